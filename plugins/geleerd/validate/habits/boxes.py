"""Boxes of lines: admonitions, details and tabs of Python-Markdown, containers of Docusaurus and VuePress."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geleerd.commonmark.outline import LineOfText, Outline
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.validate.habits.habit import Habit

_BOX = re.compile(r"(!!!|\?\?\?\+?)[ \t]{0,4}([\w-]{0,40})[^\"]{0,80}(?:\"([^\"]{0,200})\")?[ \t]{0,4}")
_CONTAINER = re.compile(r":::+[ \t]{0,4}\{?\.?([\w-]{1,40})\}?[ \t]{0,4}(?:\[([^\]]{1,200})\]|([^\[\]]{0,200}))")
_TAB = re.compile(r"===[+!]{0,2}[ \t]{1,4}\"([^\"]{1,200})\"[ \t]{0,4}")
_CLOSING = re.compile(r"[ \t]*:::+[ \t]*")
_INDENT = 4
_LONGEST = 200
"""Lines of one container."""

_KINDS = Frozen(
    {
        **dict.fromkeys(("tip", "hint", "success", "check", "done"), "TIP"),
        "important": "IMPORTANT",
        **dict.fromkeys(("warning", "attention"), "WARNING"),
        **dict.fromkeys(("caution", "danger", "error", "failure", "bug"), "CAUTION"),
    }
)


def boxes_in(text: str, outline: Outline, *, is_field: bool) -> Iterator[Habit]:
    """The boxes, each with all its lines; a field has no headings, so that a tab becomes words in bold there."""
    written = tuple(text.split("\n"))
    levels = {heading.line: heading.level for heading in outline.headings}
    done, level = -1, 1
    for each in outline.lines:
        level = levels.get(each.line, level)
        if each.line > done and (found := _found(written, each, 0 if is_field else level)):
            done = found.last
            yield found


def _found(written: tuple[str, ...], each: LineOfText, level: int) -> Habit | None:
    column = len(each.text) - len(each.text.lstrip())
    words, typed = each.text.strip(), written[each.line][column:]
    inside = _Inside(written, each.line, column)
    if box := _BOX.fullmatch(words):
        title = typed[slice(*box.span(3))] if box[3] else ""
        content = inside.indented()
        return inside.habit(Code.OTHER_BOX, content, _folded(title, content) if box[1].startswith("?") else _alert(box[2], title, content))
    if container := _CONTAINER.fullmatch(words):
        content = inside.closed()
        title = typed[slice(*container.span(2 if container[2] else 3))]
        return inside.habit(Code.OTHER_BOX, content, _alert(container[1], title, content[:-1]))
    if tab := _TAB.fullmatch(words):
        content, title = inside.indented(), typed[slice(*tab.span(1))]
        heading = f"{'#' * min(level + 1, 6)} {title}" if level else f"**{title}**"
        return inside.habit(Code.OTHER_TABS, content, [heading, "", *_trimmed(content)])
    return None


@dataclass(frozen=True, slots=True)
class _Inside:
    """What stands below the first line of a box, which begins at a column."""

    written: tuple[str, ...]
    line: int
    column: int

    def indented(self) -> list[str]:
        """The lines that are indented by four more than the first one, or empty between such lines."""
        found: list[str] = []
        for number in range(self.line + 1, len(self.written)):
            flat = self.written[number].expandtabs(_INDENT)
            if flat.strip() and len(flat) - len(flat.lstrip()) < self.column + _INDENT:
                break
            found.append(flat[self.column + _INDENT :])
        while found and not found[-1].strip():
            found.pop()
        return found

    def closed(self) -> list[str]:
        """The lines up to the one that closes a container, that one too; none of one that nobody closed."""
        for number, one in enumerate(self.written[self.line + 1 : self.line + 1 + _LONGEST], start=self.line + 2):
            if _CLOSING.fullmatch(one):
                return [line[self.column :] for line in self.written[self.line + 1 : number]]
        return []

    def habit(self, code: Code, content: list[str], lines: list[str]) -> Habit:
        """The habit with its lines, below what stands before its first one: the mark of a list, say."""
        before = self.written[self.line][: self.column]
        below = before if ">" in before else " " * len(before)
        shown = (f"{below if number else before}{line}".rstrip() for number, line in enumerate(lines))
        value = self.written[self.line][self.column :].strip()[:80]
        return Habit(code, self.line, self.line + len(content), value, tuple(shown))


def _trimmed(lines: list[str]) -> list[str]:
    """The lines without the empty ones at the begin and the end."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _alert(kind: str, title: str, inside: list[str]) -> list[str]:
    titled = [f"> **{title.strip()}**", ">"] if title.strip() else []
    return [f"> [!{_KINDS.get(kind.lower(), 'NOTE')}]", *titled, *(f"> {line}".rstrip() for line in _trimmed(inside))]


def _folded(title: str, inside: list[str]) -> list[str]:
    return [f"<details><summary>{title or '…'}</summary>", "", *_trimmed(inside), "", "</details>"]
