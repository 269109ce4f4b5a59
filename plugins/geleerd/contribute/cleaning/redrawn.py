"""Images of other kinds, drawn again as PNG: all that is left of them is what they show."""

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from geleerd.contribute.cleaning.reasons import CannotCleanError
from geleerd.model.limits import MOST_PIXELS

_KINDS = ("AVIF", "BMP", "GIF", "TIFF")


def redrawn(data: bytes) -> tuple[bytes, str]:
    """The picture as PNG, upright, with that extension. Raises `CannotCleanError` for what is no picture of one page, or too large."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a slip in somebody's photo
        try:
            image = Image.open(BytesIO(data), formats=_KINDS)
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            raise CannotCleanError("unknown") from None
        if image.width * image.height > MOST_PIXELS:
            raise CannotCleanError("pixels")
        if getattr(image, "n_frames", 1) > 1:
            raise CannotCleanError("frames")
        mode = "RGBA" if image.has_transparency_data else "L" if image.mode in {"1", "L"} else "RGB"
        upright = ImageOps.exif_transpose(image).convert(mode)
    plain = Image.frombytes(mode, upright.size, upright.tobytes())  # without anything that the library remembers of the file
    copy = BytesIO()
    plain.save(copy, "PNG", optimize=True)
    return copy.getvalue(), "png"
