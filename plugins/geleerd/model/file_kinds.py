"""The kinds of files that a page may show or offer."""

import posixpath

MEGABYTE = 1_000_000

IMAGES = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WebP", "svg": "SVG"}
DOCUMENTS = {"pdf": "PDF", "odt": "ODT", "docx": "Word", "pptx": "PowerPoint", "xlsx": "Excel"}
"""The names that people use for the kinds, by file extension."""

PHOTOGRAPHS = frozenset(IMAGES) - {"svg"}
"""The kinds of image that a camera makes."""

LIMITS = {**dict.fromkeys(IMAGES, 2), **dict.fromkeys(DOCUMENTS, 10)}
"""The largest file of each kind, in megabytes."""


def ending(path: str) -> str:
    """The extension of a file's name, in lower case."""
    return posixpath.splitext(path)[1].lstrip(".").lower()


TYPEFACES = frozenset({"otf", "ttf", "woff", "woff2"})

_PLAIN_TEXT_WORDS = """
asc atom bib cjs conf csl css csv geojson htm html ics ini js json jsonl jsonld less map markdown md mdown mdx mjs mkd mkdn n3 nt
opml pem po properties rdf ris rss rst sass scss srt tex toml ts tsv ttl txt vtt webmanifest xhtml xml xsd xsl xslt yaml yml
"""
PLAIN_TEXTS = frozenset(_PLAIN_TEXT_WORDS.split())
"""Kinds of plain text, in which everybody sees all that is there."""

WRITTEN_TEXTS = frozenset({"csv", "htm", "html", "ics", "opml", "srt", "tsv", "txt", "vtt", "xhtml"})
"""Those of them that people write for people."""

_NAMED_WORDS = """
_headers _redirects _routes apple-app-site-association authors changelog cname codeowners contributors copying dockerfile humans keybase
licence license makefile notice readme robots security
"""
_NAMED_TEXTS = frozenset(_NAMED_WORDS.split())


def is_named_text(path: str) -> bool:
    """Whether a file without an extension is a plain text by its name."""
    return posixpath.basename(path).lower() in _NAMED_TEXTS
