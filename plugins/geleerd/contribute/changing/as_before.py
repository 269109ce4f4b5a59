"""A changed text with all of its file that is no text: the mark at its beginning, its line ends, and the bytes of every line that stays."""

import re
from difflib import SequenceMatcher

_MARK = "\ufeff"
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")


def as_before(raw: str, before: str, after: str) -> str:
    """The text `after` as a file has it that held `raw`, which reads as `before`: lines that stay keep their letters and their ends."""
    mark = _MARK if raw.startswith(_MARK) else ""
    lines = _lines(raw.removeprefix(_MARK))
    old, new = before.split("\n"), after.split("\n")
    end = next((ending for _, ending in lines if ending), "\n")
    if len(lines) != len(old):
        return mark + after.replace("\n", end)
    made: list[tuple[str, str]] = []
    for kind, first, stop, start, until in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        made += lines[first:stop] if kind == "equal" else [(line, end) for line in new[start:until]]
    return mark + "".join(line + (ending or end) for line, ending in made[:-1]) + made[-1][0]


def _lines(text: str) -> list[tuple[str, str]]:
    """The lines with their ends; behind the last end stands one more line, without an end."""
    found = [(match[1], match[2]) for match in _LINE.finditer(text)]
    return found[:-1] if len(found) > 1 and found[-1] == ("", "") and found[-2][1] == "" else found
