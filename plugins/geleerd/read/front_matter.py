"""From the text of a Markdown file to its front matter and body."""

import re
from dataclasses import replace

from geleerd.model.documents import Body, Document, File, Front
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.once import Once, now
from geleerd.read.conflict_marks import conflict_marks
from geleerd.read.yaml_mending.reading import YamlReading, read_yaml

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_DASHES = re.compile(r"^(?:(?:[–—―−] ?){1,6}|-{4,6}|- - -)[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"\s*\w+:")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
"""A possible comment. A `#` in a quoted text matches too, which does no harm: that text is only checked twice."""

Asides = tuple[tuple[int, str], ...]


def read_document(file: File, once: Once = now) -> tuple[Document, tuple[Problem, ...]]:
    """The front matter (None when it cannot be read) and the body of a file, and all problems with their form.

    A file without a text has a problem already, so it gets no other.
    """
    if file.text is None:
        return _without_tree(file, Body()), ()
    text, odd = _with_fences(file.text)
    wrong = tuple(Problem(Place(file.path, line), Code.FENCE_OF_DASHES, {"text": said, "lines": ("---",)}) for line, said in odd)
    opening = _FENCE.search(text)
    if opening is None or text[: opening.start()].strip():
        return _without_tree(file, Body(text)), (Problem(Place(file.path), Code.NO_FRONT_MATTER),)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        asides = tuple(enumerate(text.split("\n"), 1))
        not_closed = Problem(_place(file, text, opening.start()), Code.FRONT_MATTER_NOT_CLOSED)
        return _without_tree(file, Body(), asides), (*wrong, not_closed)
    first_line = text.count("\n", 0, opening.end()) + 2
    written = text[opening.end() + 1 : closing.start()]
    body = Body(text[closing.end() + 1 :], text.count("\n", 0, closing.end()) + 2)
    if conflict := next(conflict_marks(written), None):
        asides = tuple(enumerate(written.split("\n"), first_line))
        return _without_tree(file, body, asides), (*wrong, Problem(Place(file.path, first_line + conflict - 1), Code.CONFLICT_MARK))
    front = Front(written, first_line, is_guessed=bool(wrong))
    reading = once(lambda: read_yaml(written, file.path, first_line), "front", file.path, str(first_line), written)
    document, problems = _document(file, reading, front, body)
    return document, (*wrong, *problems)


def _with_fences(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text with `---` for other dashes around the front matter, and those lines by number.

    Word makes one long dash of three hyphens.
    """
    opening = _FENCE.search(text)
    starts = opening if opening and not text[: opening.start()].strip() else _DASHES.search(text)
    if starts is None or text[: starts.start()].strip():
        return text, ()
    fence = _FENCE.search(text, starts.end())
    ends = _DASHES.search(text, starts.end(), fence.start() if fence else len(text)) or fence
    if ends is None or not _FIELD.match(text, starts.end()):
        return text, ()
    found = [(text.count("\n", 0, fence.start()) + 1, fence[0].strip()) for fence in (starts, ends)]
    lines = text.split("\n")
    odd = tuple((line, said) for line, said in found if said != "---")
    for line, _ in odd:
        lines[line - 1] = "---"
    return "\n".join(lines) if odd else text, odd


def read_page(file: File, once: Once = now) -> tuple[Document, tuple[Problem, ...]]:
    """As `read_document`, for a page that needs no front matter."""
    text = file.text or ""
    opening = _FENCE.search(text)
    if file.text is not None and (opening is None or text[: opening.start()].strip()):
        return Document(file.path, Frozen(), Frozen(), Body(text)), ()
    return read_document(file, once)


def _document(file: File, reading: YamlReading, front: Front, body: Body) -> tuple[Document, tuple[Problem, ...]]:
    problems = list(reading.problems)
    written = tuple(enumerate(front.text.split("\n"), front.line))
    values = reading.value if reading.value is not None or reading.unread else {}
    if isinstance(values, dict):
        guessed = replace(front, text=reading.text, is_guessed=front.is_guessed or reading.is_guessed)
        asides = written if guessed.is_guessed else _comments(written)
        return Document(file.path, Frozen(values), reading.lines, body, asides, guessed), tuple(problems)
    if not problems:
        problems.append(Problem(Place(file.path, reading.lines[()]), Code.FRONT_MATTER_NOT_KEYS))
    return _without_tree(file, body, written), tuple(problems)


def _comments(written: Asides) -> Asides:
    return tuple((number, found[0]) for number, line in written if "#" in line and (found := _COMMENT.search(line)))


def _without_tree(file: File, body: Body, asides: Asides = ()) -> Document:
    return Document(file.path, None, Frozen(), body, asides)


def _place(file: File, text: str, position: int) -> Place:
    return Place(file.path, text.count("\n", 0, position) + 1)
