"""From the text of a Markdown file to its front matter and body."""

import re
from types import MappingProxyType

from geleerd.model.problems import Place, Problem
from geleerd.model.values import Body, Document, File
from geleerd.read.yaml_tree import YamlTree

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


def read_document(file: File) -> tuple[Document, tuple[Problem, ...]]:
    """The front matter (None when it cannot be read) and body of a file, and all that is wrong with their form."""
    text = file.text or ""
    opening = _FENCE.search(text)
    if opening is None or text[: opening.start()].strip():
        return _without_tree(file, Body(text)), (Problem(Place(file.path), "no-front-matter"),)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        return _without_tree(file, Body()), (Problem(_place(file, text, opening.start()), "front-matter-not-closed"),)
    first_line = text.count("\n", 0, opening.end()) + 2
    tree = YamlTree(text[opening.end() + 1 : closing.start()], file.path, first_line)
    body = Body(text[closing.end() + 1 :], text.count("\n", 0, closing.end()) + 2)
    return _document(file, tree, body)


def read_page(file: File) -> tuple[Document, tuple[Problem, ...]]:
    """As `read_document`, for a page that may do without front matter."""
    text = file.text or ""
    opening = _FENCE.search(text)
    if opening is None or text[: opening.start()].strip():
        return Document(file.path, MappingProxyType({}), MappingProxyType({}), Body(text)), ()
    return read_document(file)


def _document(file: File, tree: YamlTree, body: Body) -> tuple[Document, tuple[Problem, ...]]:
    problems = list(tree.problems)
    values = tree.value if tree.value is not None or problems else {}
    if isinstance(values, dict):
        return Document(file.path, MappingProxyType(values), MappingProxyType(tree.lines), body), tuple(problems)
    if not problems:
        problems.append(Problem(Place(file.path, tree.lines[()]), "front-matter-not-keys"))
    return _without_tree(file, body), tuple(problems)


def _without_tree(file: File, body: Body) -> Document:
    return Document(file.path, None, MappingProxyType({}), body)


def _place(file: File, text: str, position: int) -> Place:
    return Place(file.path, text.count("\n", 0, position) + 1)
