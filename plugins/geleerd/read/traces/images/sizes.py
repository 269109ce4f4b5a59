"""How large an image is on a page, from its head alone."""

import warnings
from io import BytesIO

from PIL import Image
from PIL.ExifTags import Base

_KINDS = ("PNG", "JPEG", "WEBP")
_ON_THEIR_SIDE = range(5, 9)
"""The orientations in which a camera kept a picture on its side (Exif 2.32, 4.6.4 A)."""


def size_of(data: bytes) -> tuple[int, int] | None:
    """The columns and lines of pixels of an image, upright as browsers show it; None for what cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a picture with too many pixels, which has a problem of its own
            image = Image.open(BytesIO(data), formats=_KINDS)
            is_turned = image.getexif().get(Base.Orientation) in _ON_THEIR_SIDE
    except Exception:  # noqa: BLE001  # the bytes are hostile, and the parsers raise whatever they like
        return None
    return (image.height, image.width) if is_turned else (image.width, image.height)
