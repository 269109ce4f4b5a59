"""YAML as contributors write it: keys, lists and texts, each with its line; tags and aliases are refused.

Every scalar stays text, even an unquoted `2022`, `no` or `1e3`, so that only the field decides what it means.
"""

import json
import re
from collections.abc import Iterator
from itertools import groupby
from textwrap import dedent

import yaml

from geleerd.model.characters import CONTROL, TURNING, all_seen
from geleerd.model.declarations.kinds import POINT_MARK
from geleerd.model.limits import DEEPEST_YAML, LONGEST_YAML
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Place, Problem
from geleerd.read.yaml_comments import Scalar, swallowed_bracket, swallowed_inside, swallowed_texts
from geleerd.read.yaml_complaints import complaint, is_in_curly_quotes

_CORE_TAGS = {None, "!", *(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map"))}
_EMPTY = {"", "~", "null"}

_POINT = re.compile(rf"{POINT_MARK}\S")
_HALVES = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
"""An emoji in JSON's notation (RFC 8259, section 7): two escaped halves, neither of which is a character in YAML."""


_SEPARATORS = {ord(sign): " " for sign in "\u2028\u2029"}
"""Signs that end a line for YAML and for nothing else that reads a file: left as they are, no later line would have its own number."""


class UnreadableYamlError(Exception):
    """The YAML cannot be read any further; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class YamlTree:
    """One YAML text read into plain dictionaries, lists and texts.

    `value` is the outermost value, `lines` gives the line of every value and key, `problems` are all problems with the text; `unread` is
    the one because of which nothing could be read. Of a key that stands there twice, the last value counts, as for most readers of YAML.
    """

    def __init__(self, text: str, file: str, first_line: int = 1) -> None:
        self.value: object = None
        self.lines: dict[KeyPath, int] = {(): first_line}
        self.problems: list[Problem] = []
        self.unread: Problem | None = None
        self._file = file
        self._first_line = first_line
        self._text = text
        self._scalars: list[Scalar] = []
        self._curly: list[tuple[Scalar, str]] = []
        try:
            self._read()
            self.problems += self._curly_quotes()
            self.problems += swallowed_texts(self._text, self._scalars, file, first_line)
        except UnreadableYamlError as stop:
            self.value, self.unread = None, stop.problem
            self.problems.append(stop.problem)

    def _read(self) -> None:
        if len(self._text) > LONGEST_YAML:
            raise UnreadableYamlError(Problem(Place(self._file, self._first_line), Code.YAML_TOO_LARGE, {"limit": LONGEST_YAML // 1024}))
        self._text = _HALVES.sub(_whole, self._text.translate(_SEPARATORS))
        events = self._events(self._text)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and self.value is not None:
                raise UnreadableYamlError(Problem(self._place(event), Code.YAML_SYNTAX, {"text": "---"}))
            if isinstance(event, yaml.NodeEvent):
                self.value = self._node(event, events, ())

    def _events(self, text: str) -> Iterator[yaml.Event]:
        try:
            # libyaml keeps its state on the heap, so that deep nesting cannot overflow the stack: `_node` stops it first.
            yield from yaml.parse(text, Loader=yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            raise UnreadableYamlError(self._syntax(error)) from None
        except yaml.YAMLError:
            raise UnreadableYamlError(Problem(Place(self._file, self._first_line), Code.YAML_SYNTAX, {"text": text[:80]})) from None

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath) -> object:
        self._refuse(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _scalar(self, event: yaml.ScalarEvent, path: KeyPath) -> str | None:
        text = self._words(event, next((part for part in reversed(path) if isinstance(part, str)), ""))
        if event.style:
            return self._points(event) or text if event.style == ">" else text
        if is_in_curly_quotes(text):
            self._curly.append((self._scalars[-1], text[1:-1]))
            return text[1:-1]
        return None if text in _EMPTY else text

    def _points(self, event: yaml.ScalarEvent) -> str:
        """The lines of a folded text of which each begins as a point does, since nobody means one line with these; empty for any other."""
        if (begin := event.start_mark) is None or (end := event.end_mark) is None:
            return ""
        lines = dedent("\n".join(self._text.split("\n", end.line)[begin.line + 1 : end.line])).strip("\n")
        own = [line for line in lines.split("\n") if line[:1].strip()]
        return f"{lines}\n" if len(own) > 1 and all(map(_POINT.match, own)) else ""

    def _curly_quotes(self) -> Iterator[Problem]:
        """A problem for every line with texts in curly quotes, with the line that has all of them in straight ones."""
        lines = self._text.split("\n")
        for number, found in groupby(self._curly, key=lambda one: one[0].begin[0]):
            made, is_whole = lines[number], True
            for scalar, text in reversed(list(found)):
                is_whole = is_whole and scalar.end[0] == number
                made = f"{made[: scalar.begin[1]]}{json.dumps(text, ensure_ascii=False)}{made[scalar.end[1] :]}"
            words = {"lines": (made,)} if is_whole else {}
            yield Problem(Place(self._file, self._first_line + number), Code.YAML_CURLY_QUOTES, words)

    def _words(self, event: yaml.ScalarEvent, key: str = "") -> str:
        """The text of a scalar. Escapes can write control characters that a file itself cannot hold: these are refused."""
        if (begin := event.start_mark) and (end := event.end_mark):
            self._scalars.append(Scalar((begin.line, begin.column), (end.line, end.column), not event.style, event.value, key))
        if all_seen(event.value):
            return str(event.value)
        if control := CONTROL.search(event.value):
            raise UnreadableYamlError(Problem(self._place(event), Code.CONTROL_CHARACTER, {"character": f"U+{ord(control[0]):04X}"}))
        return str(TURNING.sub("", event.value))

    def _refuse(self, event: yaml.Event, path: KeyPath) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise UnreadableYamlError(Problem(self._place(event), Code.YAML_ALIAS, {"name": event.anchor}))
        tag = getattr(event, "tag", None)
        if tag not in _CORE_TAGS:
            raise UnreadableYamlError(Problem(self._place(event), Code.YAML_TAG, {"tag": str(tag).replace("tag:yaml.org,2002:", "!!")}))
        if len(path) > DEEPEST_YAML:
            raise UnreadableYamlError(Problem(self._place(event), Code.YAML_TOO_DEEP, {"limit": DEEPEST_YAML}))

    def _sequence(self, events: Iterator[yaml.Event], path: KeyPath) -> list[object]:
        values: list[object] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            here = (*path, len(values))
            self.lines[here] = self._line(event)
            values.append(self._node(event, events, here))
        return values

    def _mapping(self, events: Iterator[yaml.Event], path: KeyPath) -> dict[str, object]:
        values: dict[str, object] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            if key in values:
                first = self.lines[(*path, key)]
                self.problems.append(Problem(self._place(event), Code.DUPLICATE_KEY, {"key": key, "first": first}))
            self.lines[(*path, key)] = self._line(event)
            values[key] = self._node(next(events), events, (*path, key))
        return values

    def _key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise UnreadableYamlError(Problem(self._place(event), Code.YAML_BRACKETS))
        self._refuse(event, ())
        return self._words(event)

    def _syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        lines = self._text.split("\n")
        code, line = complaint(error, lines)
        if code == Code.YAML_BRACKETS and (found := swallowed_bracket(lines, line)):
            return Problem(Place(self._file, self._first_line + found[0]), Code.SWALLOWED_TEXT, found[1])
        if self._scalars and (found := swallowed_inside(lines, self._scalars[-1], line)):
            words = {**found[1], "until": self._first_line + int(str(found[1]["until"]))}
            return Problem(Place(self._file, self._first_line + found[0]), Code.SWALLOWED_TEXT, words)
        return Problem(Place(self._file, self._first_line + line), code, {"text": lines[line].strip()[:80]})

    def _line(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return self._first_line + (mark.line if mark else 0)

    def _place(self, event: yaml.Event) -> Place:
        return Place(self._file, self._line(event))


def _whole(halves: re.Match[str]) -> str:
    """The character that two escaped halves make, after the escaped backslashes before it."""
    return halves[1] + bytes.fromhex(halves[2] + halves[3]).decode("utf-16-be")
