"""A copy of a file that tells no more than it shows, or the reason why a person must do that."""

import posixpath
from dataclasses import dataclass
from typing import Final

from geleerd.contribute.cleaning.office import cleaned_office
from geleerd.contribute.cleaning.pdf import cleaned_pdf
from geleerd.contribute.cleaning.reasons import CannotCleanError
from geleerd.contribute.cleaning.redrawn import redrawn
from geleerd.model.documents import Contents, File
from geleerd.model.file_kinds import ending
from geleerd.model.limits import LARGEST_LOOKED_INTO
from geleerd.model.strings import SourcePath
from geleerd.read.traces.files import traces
from geleerd.read.traces.fonts import plain_font
from geleerd.read.traces.images.stripped import stripped
from geleerd.read.traces.kinds import DRAWN, PAGES, sign_of, usual_ending
from geleerd.read.traces.svg import copied_drawing
from geleerd.read.traces.web_pages import plain_web_page
from geleerd.validate.privacy.files import private_files


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A clean copy: its bytes, the extension that fits them, and the facts that the file told, as the check names them."""

    data: bytes
    kind: str
    lost: str


def cleaned(data: bytes, name: str) -> CleanFile | None:
    """The clean copy of a file with these bytes; None for a file that tells nothing. Raises `CannotCleanError`."""
    if len(data) > LARGEST_LOOKED_INTO:
        raise CannotCleanError("damaged")
    lost = _facts(data, name)
    if not lost:
        return None
    copy, kind = _copied(data, name)
    if left := _facts(copy, f"{posixpath.splitext(name)[0]}.{kind}"):
        raise CannotCleanError("left", left)
    return CleanFile(copy, kind, lost)


def _copied(data: bytes, name: str) -> tuple[bytes, str]:
    kind = ending(name)
    try:
        if kind == "svg":
            return _drawing(data), kind
        if sign_of(data) in DRAWN:
            return _picture(data, kind)
        if (font := plain_font(data)) is not None:
            return font, kind
        if kind in PAGES:
            return _web_page(data), kind
        if kind == "pdf":
            return cleaned_pdf(data, name), kind
        return (cleaned_office(data), kind) if kind in _OFFICE else redrawn(data)
    except CannotCleanError:
        raise
    except Exception as error:  # the bytes are hostile, and three libraries raise whatever they like
        raise CannotCleanError("damaged") from error


def _picture(data: bytes, kind: str) -> tuple[bytes, str]:
    image = stripped(data)
    if image is None:
        raise CannotCleanError("damaged")
    return image, usual_ending(image, kind)


def _web_page(data: bytes) -> bytes:
    """The page without its remarks; again, since what stood around one of them may be another."""
    for _ in range(_MOST_ROUNDS):
        if (plain := plain_web_page(data)) == data:
            break
        data = plain
    return data


def _drawing(data: bytes) -> bytes:
    drawing = copied_drawing(data, lambda picture: stripped(picture) or picture)
    if drawing is None:
        raise CannotCleanError("damaged")
    return drawing


def _facts(data: bytes, name: str) -> str:
    """What the check would find in a file with these bytes and this name."""
    file = File(SourcePath(name), len(data), contents=Contents(traces(data, name)))
    return ", ".join(str(problem.parameters["found"]) for problem in private_files({file.path: file}, {}))


_MOST_ROUNDS: Final = 9
_OFFICE = {"docx", "xlsx", "pptx", "odt"}
