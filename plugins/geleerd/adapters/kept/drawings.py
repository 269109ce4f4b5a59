"""Keeps drawings between builds, so that only new drawings take time. A build without them gives the same site."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from geleerd.adapters.kept.folder import UNFINISHED, keep
from geleerd.model.artefacts import Drawing, ScaledPhotograph, ShareImage
from geleerd.render.look.photographs import scaled
from geleerd.render.pictures.painting import painted

CACHE = Path(".cache", "geleerd", "cards")
"""The folder beside `mkdocs.yml` with the kept drawings; its own `.gitignore` tells git to ignore it."""

_KEPT = re.compile(r"[0-9a-f]{64}")


def pictured(image: ShareImage | ScaledPhotograph, root: Path) -> bytes:
    """The bytes of a picture that nobody kept; a photograph lies below the root of the knowledge base."""
    return painted(image) if isinstance(image, ShareImage) else scaled((root / image.source).read_bytes(), image.width)


def drawn(drawing: Drawing, folder: Path | None, draw: Callable[[ShareImage | ScaledPhotograph], bytes]) -> bytes:
    """The bytes of a drawing: those kept under its key, or else drawn now, and then kept if possible."""
    if folder is None:
        return draw(drawing.image)
    kept = folder / drawing.key
    with suppress(OSError):  # another build may remove the file meanwhile
        if kept.is_file() and not kept.is_symlink():
            return kept.read_bytes()
    content = draw(drawing.image)
    with suppress(OSError):  # such as a folder that cannot be written to
        keep(content, kept)
    return content


def forget_others(drawings: Iterable[Drawing], folder: Path | None) -> None:
    """Remove the files that no drawing of this build used, and those that a killed build left, so that the folder does not grow."""
    keys = {drawing.key for drawing in drawings}
    for file in folder.glob("*") if folder else ():
        if file.name.startswith(UNFINISHED) or (_KEPT.fullmatch(file.name) and file.name not in keys):
            file.unlink(missing_ok=True)
