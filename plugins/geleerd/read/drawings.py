"""From the bytes of an SVG to the drawing in it, without scripts."""

from io import BytesIO
from xml.etree.ElementTree import ParseError

import py_svg_hush
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from geleerd.model.limits import DEEPEST_DRAWING, LARGEST_DRAWING


def drawing_in(data: bytes) -> bytes | None:
    """The drawing, clean; None for what is no drawing, or is nested deeper or grows larger than any drawing needs."""
    try:
        drawing = bytes(py_svg_hush.filter_svg(data)) if _is_shallow(data) else b""
    except (ValueError, ParseError, DefusedXmlException):
        return None
    return drawing if 0 < len(drawing) <= LARGEST_DRAWING else None


def _is_shallow(data: bytes) -> bool:
    """Whether no element lies too deep, by reading up to the first that does."""
    depth = 0
    for event, _ in iterparse(BytesIO(data), ("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST_DRAWING:
            return False
    return True
