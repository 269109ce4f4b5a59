"""What was found in a file as plain JSON, and back: the same value, or an error. No program is ever read from disk."""

from collections.abc import Callable, Mapping
from typing import Any

from geleerd.commonmark.html import ConvertedText, HtmlInText, LinkInText, WikiLinkInText
from geleerd.model.artefacts import Heading
from geleerd.model.documents import Contents, Trace
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.read.yaml_lines import LinesLater
from geleerd.read.yaml_mending.reading import YamlReading
from geleerd.validate.examine import OwnWords

Plain = Any
"""What JSON can hold."""


def as_plain(value: object) -> Plain:
    """A value that was found, with its kind. Raises `TypeError` for a value that JSON cannot give back as it is."""
    kind = type(value).__name__
    if kind not in _WAYS:
        raise TypeError(kind)
    told: Plain = _WAYS[kind][0](value)
    return [kind, told]


def from_plain(plain: Plain) -> object:
    """The value. Raises `TypeError`, `ValueError` or `KeyError` for what no value was written as."""
    kind, told = plain
    return _WAYS[kind][1](told)


def _told_problem(problem: Problem) -> Plain:
    words = {key: _exact(value) for key, value in problem.parameters.items()}
    return [problem.place.file, problem.place.line, problem.code.value, words]


def _problem(told: Plain) -> Problem:
    file, line, code, words = told
    return Problem(Place(file, line), Code(code), {key: _tuples(value) for key, value in words.items()})


def _exact(value: object) -> Plain:
    """A word of a problem, of which only tuples look otherwise."""
    if type(value) is tuple:
        return list(map(_exact, value))
    if value is None or type(value) in {str, int, bool, float}:
        return value
    raise TypeError(type(value).__name__)


def _tuples(told: Plain) -> object:
    return tuple(map(_tuples, told)) if isinstance(told, list) else told


def _problems(told: Plain) -> tuple[Problem, ...]:
    return tuple(map(_problem, told))


def _told_reading(reading: YamlReading) -> Plain:
    unread = reading.unread and _told_problem(reading.unread)
    problems = list(map(_told_problem, reading.problems))
    return [reading.lines[()], reading.text, reading.value, problems, unread, reading.is_guessed]


def _reading(told: Plain) -> YamlReading:
    first_line, text, value, problems, unread, is_guessed = told
    return YamlReading(value, LinesLater(text, first_line), text, _problems(problems), unread and _problem(unread), is_guessed)


def _told_words(words: OwnWords) -> Plain:
    return [list(map(_told_problem, found)) for found in (words.problems, words.personal, words.hints)]


def _told_contents(contents: Contents) -> Plain:
    drawing = contents.drawing if contents.drawing is None else contents.drawing.decode("latin-1")
    traces = [(trace.kind, trace.text, trace.where) for trace in contents.traces]
    return [traces, sorted(contents.kinds), drawing, contents.is_page]


def _contents(told: Plain) -> Contents:
    traces, kinds, drawing, is_page = told
    return Contents(tuple(Trace(*trace) for trace in traces), frozenset(kinds), drawing and drawing.encode("latin-1"), is_page)


def _told_text(text: ConvertedText) -> Plain:
    links = [(link.tag, link.target, link.line) for link in text.links]
    pieces = [(piece.html, piece.line) for piece in text.pieces]
    unknown = [(link.written, link.target, link.words, link.line) for link in text.unknown]
    return [text.html, links, pieces, text.anchors, list(map(_told_heading, text.headings)), unknown]


def _text(told: Plain) -> ConvertedText:
    html, links, pieces, anchors, headings, unknown = told
    return ConvertedText(
        html,
        tuple(LinkInText(*link) for link in links),
        tuple(HtmlInText(*piece) for piece in pieces),
        tuple(anchors),
        tuple(map(_heading, headings)),
        tuple(WikiLinkInText(*link) for link in unknown),
    )


def _told_heading(heading: Heading) -> Plain:
    return [heading.title, heading.anchor, heading.level, list(map(_told_heading, heading.children))]


def _heading(told: Plain) -> Heading:
    title, anchor, level, children = told
    return Heading(title, anchor, level, tuple(map(_heading, children)))


_WAYS: Mapping[str, tuple[Callable[[Any], Plain], Callable[[Plain], object]]] = Frozen({
    "YamlReading": (_told_reading, _reading),
    "OwnWords": (_told_words, lambda told: OwnWords(*map(_problems, told))),
    "Contents": (_told_contents, _contents),
    "ConvertedText": (_told_text, _text),
    "str": (str, str),
    "NoneType": (lambda _: None, lambda _: None),
})  # fmt: skip
"""The kinds of values that are found in files: how to write each as plain JSON, and how to read it."""
