"""The kinds of files that a page may show or offer."""

import posixpath

MEGABYTE = 1_000_000

IMAGES = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WebP", "svg": "SVG"}
DOCUMENTS = {"pdf": "PDF", "odt": "ODT", "docx": "Word", "pptx": "PowerPoint", "xlsx": "Excel"}
"""The names that people use for the kinds, by file extension."""

LIMITS = {**dict.fromkeys(IMAGES, 2), **dict.fromkeys(DOCUMENTS, 10)}
"""The largest file of each kind, in megabytes."""


def ending(path: str) -> str:
    """The extension of a file's name, in lower case."""
    return posixpath.splitext(path)[1].lstrip(".").lower()


TYPEFACES = frozenset({"otf", "ttf", "woff", "woff2"})

_PLAIN_TEXT_WORDS = """
css csv geojson htm html ics js json map markdown md mdown mdx mjs mkd mkdn srt toml tsv txt vtt webmanifest yaml yml
"""
PLAIN_TEXTS = frozenset(_PLAIN_TEXT_WORDS.split())
"""Kinds of plain text, in which everybody sees all that is there."""

_NAMED_TEXTS = frozenset({"_headers", "_redirects", "authors", "cname", "codeowners", "copying", "licence", "license", "notice", "readme"})


def is_named_text(path: str) -> bool:
    """Whether a file without an extension is a plain text by its name."""
    return posixpath.basename(path).lower() in _NAMED_TEXTS
