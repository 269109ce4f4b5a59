"""Photographs in the widths of screens, without anything that a camera tells beside what it shows.

They are WebP, which every Pillow writes. Whether it writes AVIF depends on who built it, and the bytes of a site must not.
"""

import hashlib
import io
import warnings
from collections.abc import Iterator
from importlib import metadata

from PIL import Image, ImageOps

from geleerd.model.artefacts import ScaledPhotograph

_WIDTHS = (480, 960, 1440)
_QUALITY = 78
_KINDS = ("PNG", "JPEG", "WEBP")


def widths_of(width: int) -> Iterator[int]:
    """The widths in which a photograph of so many columns is made: none that is larger than it is."""
    yield from (narrow for narrow in _WIDTHS if narrow < width)
    if width <= _WIDTHS[-1]:
        yield width


def scaled_key(photograph: ScaledPhotograph) -> str:
    """The key of a photograph in a width. Other bytes, another width or another way of making it give another key."""
    return hashlib.sha256(repr((photograph.digest, photograph.width, _QUALITY, metadata.version("pillow"))).encode()).hexdigest()


def scaled(data: bytes, width: int) -> bytes:
    """The photograph in so many columns; what cannot be read stays as it is, for the browser to try."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a picture with too many pixels, which has a problem of its own
            picture = ImageOps.exif_transpose(Image.open(io.BytesIO(data), formats=_KINDS))
            height = max(1, round(picture.height * width / picture.width))
            kind = "RGBA" if picture.has_transparency_data else "RGB"
            small = picture.convert(kind).resize((width, height), Image.Resampling.LANCZOS)
            small.info.clear()  # where it was taken, with which camera and when
            written = io.BytesIO()
            small.save(written, "WEBP", quality=_QUALITY, method=4)
    except Exception:  # noqa: BLE001  # the bytes are hostile, and the parsers raise whatever they like
        return data
    return written.getvalue()
