"""From the bytes of a file to its text, whatever editor wrote it."""

import codecs
import unicodedata

from geleerd.model.characters import CONTROL, TURNING, all_seen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file in composed Unicode (NFC) with a line feed at the end of each line, and the problems with its bytes.

    Marks that change the direction of writing are left out: they come along when people paste text, and would change the page too. The
    text is None when the bytes make no readable text.
    """
    if data.startswith(_WIDE_MARKS):
        return None, (Problem(Place(file), Code.BAD_ENCODING),)
    if b"\0" in data:
        return None, (Problem(_place(file, data, data.index(b"\0")), Code.NUL_BYTE),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (Problem(_place(file, data, error.start), Code.BAD_ENCODING),)
    if all_seen(text):
        return unicodedata.normalize("NFC", text), tuple(_hints(data, file))
    if control := CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        return None, (Problem(Place(file, line), Code.CONTROL_CHARACTER, {"character": f"U+{ord(control[0]):04X}"}),)
    return unicodedata.normalize("NFC", _unix_lines(TURNING.sub("", text))), tuple(_hints(data, file))


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _hints(data: bytes, file: str) -> list[Problem]:
    hints = []
    if data.startswith(codecs.BOM_UTF8):
        hints.append(Problem(Place(file), Code.BYTE_ORDER_MARK))
    if b"\r" in data:
        hints.append(Problem(_place(file, data, data.index(b"\r")), Code.WINDOWS_LINE_ENDINGS))
    return hints


def _place(file: str, data: bytes, position: int) -> Place:
    return Place(file, data.count(b"\n", 0, position) + 1)
