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
