"""From the text of a Markdown file to its front matter and body."""

import re

from geleerd.model.documents import Body, Document, File
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.read.yaml_tree import YamlTree

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
"""A possible comment. A `#` in a quoted text matches too, which does no harm: that text is only checked twice."""

Asides = tuple[tuple[int, str], ...]


def read_document(file: File) -> tuple[Document, tuple[Problem, ...]]:
    """The front matter (None when it cannot be read) and the body of a file, and all problems with their form.

    A file without a text has a problem already, so it gets no other.
    """
    if file.text is None:
        return _without_tree(file, Body()), ()
    text = file.text
    opening = _FENCE.search(text)
    if opening is None or text[: opening.start()].strip():
        return _without_tree(file, Body(text)), (Problem(Place(file.path), Code.NO_FRONT_MATTER),)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        asides = tuple(enumerate(text.split("\n"), 1))
        return _without_tree(file, Body(), asides), (Problem(_place(file, text, opening.start()), Code.FRONT_MATTER_NOT_CLOSED),)
    first_line = text.count("\n", 0, opening.end()) + 2
    written = text[opening.end() + 1 : closing.start()]
    body = Body(text[closing.end() + 1 :], text.count("\n", 0, closing.end()) + 2)
    return _document(file, YamlTree(written, file.path, first_line), tuple(enumerate(written.split("\n"), first_line)), body)


def read_page(file: File) -> tuple[Document, tuple[Problem, ...]]:
    """As `read_document`, for a page that needs no front matter."""
    text = file.text or ""
    opening = _FENCE.search(text)
    if file.text is not None and (opening is None or text[: opening.start()].strip()):
        return Document(file.path, Frozen(), Frozen(), Body(text)), ()
    return read_document(file)


def _document(file: File, tree: YamlTree, written: Asides, body: Body) -> tuple[Document, tuple[Problem, ...]]:
    problems = list(tree.problems)
    values = tree.value if tree.value is not None or problems else {}
    if isinstance(values, dict):
        return Document(file.path, Frozen(values), Frozen(tree.lines), body, _comments(written)), tuple(problems)
    if not problems:
        problems.append(Problem(Place(file.path, tree.lines[()]), Code.FRONT_MATTER_NOT_KEYS))
    return _without_tree(file, body, written), tuple(problems)


def _comments(written: Asides) -> Asides:
    return tuple((number, found[0]) for number, line in written if (found := _COMMENT.search(line)))


def _without_tree(file: File, body: Body, asides: Asides = ()) -> Document:
    return Document(file.path, None, Frozen(), body, asides)


def _place(file: File, text: str, position: int) -> Place:
    return Place(file.path, text.count("\n", 0, position) + 1)
