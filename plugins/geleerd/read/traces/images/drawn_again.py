"""Images drawn again in their own kind by the library that draws: what is left is what they show, how they stand and their colours."""

import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from io import BytesIO
from typing import Any

from PIL import Image, ImageSequence, JpegImagePlugin

from geleerd.model.limits import MOST_MOVING_PIXELS, MOST_PIXELS
from geleerd.read.traces.metadata.exif import turning
from geleerd.read.traces.metadata.icc import icc_traces, plain_profile

_KINDS = ("JPEG", "PNG", "WEBP", "GIF", "ICO")
_ORIENTATION = 0x0112
_KEPT = {"transparency", "duration", "disposal", "blend", "background"}
_LARGEST = 1 << 16


def drawn_again(data: bytes) -> bytes | None:
    """The image; None for one that nobody can draw, or that is too large."""
    with warnings.catch_warnings(), suppress(Exception):  # the bytes are hostile, and the library raises whatever it likes
        warnings.simplefilter("ignore")  # of a slip in somebody's photo
        image = Image.open(BytesIO(data), formats=_KINDS)
        pixels = image.width * image.height
        if pixels <= MOST_PIXELS and pixels * getattr(image, "n_frames", 1) <= MOST_MOVING_PIXELS:
            return _written(image)
    return None


def _written(image: Image.Image) -> bytes:
    kind = image.format or ""
    options = {**_same_for_all(image), **_OPTIONS[kind](image)}
    frames = _icon(image) if kind == "ICO" else [_plain(frame) for frame in ImageSequence.Iterator(image)]
    if kind == "ICO":
        options |= {"sizes": [frame.size for frame in frames], "append_images": frames[1:]}
    elif len(frames) > 1:
        options |= {"save_all": True, "append_images": frames[1:]}
    copy = BytesIO()
    frames[0].save(copy, kind, **options)
    return copy.getvalue()


def _same_for_all(image: Image.Image) -> dict[str, Any]:
    """What every kind keeps: how it is turned, and its colours."""
    kept: dict[str, Any] = {}
    profile = image.info.get("icc_profile", b"")
    with suppress(Exception):  # a profile that cannot be read has no colours to keep
        kept["icc_profile"] = profile if profile and not any(True for _ in icc_traces(profile)) else plain_profile(profile)
    orientation = image.getexif().get(_ORIENTATION, 1)
    if orientation in range(2, 9):
        kept["exif"] = b"Exif\0\0" + turning(orientation)
    return {key: value for key, value in kept.items() if value}


def _plain(frame: Image.Image) -> Image.Image:
    """A frame without anything that the library remembers of the file."""
    frame.load()
    plain = frame.copy()
    plain.info = {key: value for key, value in frame.info.items() if key in _KEPT and _is_small(value, frame.mode)}
    return plain


def _is_small(value: object, mode: str) -> bool:
    """Whether a setting of a frame is what such settings are: a colour, or a number."""
    largest = 256 if mode in {"L", "RGB"} and isinstance(value, tuple) else _LARGEST
    return isinstance(value, bytes) or all(0 <= number < largest for number in (value if isinstance(value, tuple) else (value,)))


def _icon(image: Image.Image) -> list[Image.Image]:
    icon: Any = image  # the library tells no types of what its icons hold
    return [_plain(icon.ico.getimage(size)) for size in sorted(icon.ico.sizes(), reverse=True)]


def _of_jpeg(image: Image.Image) -> dict[str, Any]:
    tables: Any = getattr(image, "quantization", None)  # the same tables, so that nothing is lost a second time
    return {"qtables": tables, "subsampling": JpegImagePlugin.get_sampling(image), "optimize": True}


def _of_gif(image: Image.Image) -> dict[str, Any]:
    return {key: image.info[key] for key in ("loop",) if key in image.info}


_OPTIONS: Mapping[str, Callable[[Image.Image], dict[str, Any]]] = {
    "JPEG": _of_jpeg,
    "PNG": lambda image: {"optimize": True, **_of_gif(image)},
    "WEBP": lambda image: {"lossless": True, "exact": True, **_of_gif(image)},
    "GIF": _of_gif,
    "ICO": lambda _image: {"bitmap_format": "png"},
}
"""How each kind is written."""
