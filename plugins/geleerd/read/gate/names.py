"""The names of files and folders that every system can hold: Windows, macOS and Linux, whatever machine somebody works on."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from geleerd.model.file_kinds import ending
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import slug_from

LONGEST_NAME: Final = 240
"""Bytes. File systems hold 255, and programs put an ending behind a name while they write."""

LONGEST_PATH: Final = 256
"""UTF-16 units from the root of a knowledge base: what Windows leaves of its 260 behind `C:\\` and before a NUL."""

_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³]) *(?:\.|\Z)", re.IGNORECASE)
"""The devices of Windows, with whatever ending behind them (Microsoft Learn, "Naming Files, Paths, and Namespaces")."""

_NO_SIGNS: Final = frozenset(':?*<>|"\\')
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""The categories of Unicode whose characters show nothing, break lines, turn the text around them, or look different everywhere."""

_EMPTY: Final = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
"""Letters and marks that show nothing (Unicode: `Default_Ignorable_Code_Point`), and the Braille cell without dots. The signs that give an
emoji its colours are among them: the name without them is another name, and looks the same."""


def name_problem(path: str, name: str) -> Problem | None:
    """The first problem with the last name of a path; None for a name that every system can hold."""
    return next((Problem(Place(escaped_path(path)), code, words) for code, words in _faults(path, name)), None)


def _faults(path: str, name: str) -> Iterator[tuple[Code, Mapping[str, object]]]:
    if not _is_unicode(name):
        yield Code.NAME_ENCODING, {"suggestion": _suggestion(name)}
    if character := next((c for c in name if c in _NO_SIGNS or _is_unseen(c)), None):
        yield Code.NAME_CHARACTER, {"suggestion": _suggestion(name), "character": _called(character)}
    if name != name.strip() or name.endswith("."):
        yield Code.NAME_EDGE, {"suggestion": _suggestion(name)}
    if _RESERVED.match(name):
        yield Code.RESERVED_NAME, {}
    if len(name.encode()) > LONGEST_NAME:
        yield Code.NAME_TOO_LONG, {"limit": LONGEST_NAME}
    if name != unicodedata.normalize("NFC", name):
        yield Code.NAME_DECOMPOSED, {"suggestion": _suggestion(name)}
    if len(path.encode("utf-16-le")) > 2 * LONGEST_PATH:
        yield Code.PATH_TOO_LONG, {"limit": LONGEST_PATH}


def twins(names: Iterable[str]) -> Mapping[str, str]:
    """The names of one folder that some system takes for another one there, each with that other.

    Of twins, the one in composed lower case is no twin of the others: it may stay.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[caseless(name)].append(name)
    return Frozen({name: twin for folded, same in alike.items() for name in same if (twin := _twin_of(name, folded, same))})


def escaped_path(path: str) -> str:
    """The path as it can be printed anywhere: what shows nothing, or has no character, stands as the code that Python has for it."""
    if path.isascii() and path.isprintable():  # as nearly all are
        return path
    return "".join(_escaped(character) if _is_unseen(character) else character for character in path)


def is_portable(name: str) -> bool:
    """Whether every system can hold a file of this name."""
    return name_problem(name, name) is None


def _is_unicode(name: str) -> bool:
    """Whether the bytes of a name on disk were UTF-8; Python reads others as halves of characters."""
    return not any(unicodedata.category(character) == "Cs" for character in name)


def _is_unseen(character: str) -> bool:
    if " " <= character <= "~":  # as nearly all are
        return False
    return unicodedata.category(character) in _UNSEEN or _EMPTY.match(character) is not None


def _called(character: str) -> str:
    return f"U+{ord(character):04X}" if _is_unseen(character) else character


def _escaped(character: str) -> str:
    number = ord(character)
    return f"\\x{number - 0xDC00:02x}" if 0xDC80 <= number <= 0xDCFF else character.encode("unicode_escape").decode()


def caseless(name: str) -> str:
    """The name without differences that some system does not see (Unicode Standard, 3.13: canonical caseless matching)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _twin_of(name: str, folded: str, same: Sequence[str]) -> str:
    """The other name that some system takes for this one; empty where there is none, and for the one that may stay."""
    others = [other for other in same if other != name]
    return "" if not others or name == folded else folded if folded in others else others[0]


def _suggestion(name: str) -> str:
    """A name that every system can hold, as near as an address comes; empty when nothing is left."""
    kind = ending(name)
    kind = kind if re.fullmatch("[a-z0-9]{1,8}", kind) else ""
    readable = name.encode(errors="ignore").decode()
    slug = slug_from(readable[: -len(kind) - 1] if kind else readable)
    found = f"{slug}.{kind}" if slug and kind else slug
    return "" if _RESERVED.match(found) else found
