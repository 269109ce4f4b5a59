"""The files of a knowledge base while a plan changes them: each keeps every line that no change is about."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from geleerd.contribute.changing.changes import FileChange, NotPossibleError, Remark
from geleerd.model.documents import Document, File
from geleerd.model.problems import KeyPath
from geleerd.model.strings import SourcePath
from geleerd.read.front_matter import read_page
from geleerd.read.yaml_mending import edits
from geleerd.read.yaml_mending.reading import read_yaml

Edit = Callable[[str], str | None]
"""Takes the text of a front matter; returns the new one, or None where it cannot be done by lines."""

Same = Callable[[object], None]
"""Does to the tree of a front matter what an edit does to its lines, so that the two can be compared."""


@dataclass(frozen=True, slots=True)
class FileText:
    """A file in parts: what stands above its front matter, the front matter, the line that closes it, and the body."""

    path: SourcePath
    head: str
    front: str
    fence: str
    body: str
    sound: bool = True

    @property
    def text(self) -> str:
        """The whole text."""
        return self.head + self.front + self.fence + self.body

    @property
    def tree(self) -> object:
        """The front matter as a tree."""
        return read_yaml(self.front, self.path).value


def text_parts(file: File) -> FileText:
    """The parts of a text. A list is all front matter; a front matter that cannot be read as it stands is not `sound`."""
    text = file.text or ""
    if not file.path.endswith(".md"):
        return FileText(file.path, "", text, "", "", sound=not read_yaml(text, file.path).problems)
    document = read_page(file)[0]
    if not document.front.text and not document.tree:
        return FileText(file.path, "", "", "", text, sound=document.tree is not None)
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    first, after = document.front.line - 1, document.body.line - 1
    head, front = "".join(lines[:first]), "".join(lines[first : after - 1])
    fence = lines[after - 1] if after - 1 < len(lines) else ""
    body = text[len(head) + len(front) + len(fence) :]
    return FileText(file.path, head, front, fence, body, sound=not document.front.is_guessed and document.tree is not None)


class WrittenFiles:
    """All texts by path, as the changes so far left them."""

    def __init__(self, files: Mapping[SourcePath, File]) -> None:
        self._files = files
        self._parts: dict[SourcePath, FileText] = {}
        self._moved: dict[SourcePath, SourcePath | None] = {}
        self._copied: dict[SourcePath, SourcePath] = {}

    def parts(self, path: SourcePath) -> FileText:
        """A file as it is now."""
        if path not in self._parts:
            self._parts[path] = text_parts(self._files[path])
        return self._parts[path]

    def put(self, parts: FileText) -> None:
        """A file with other parts."""
        self._parts[parts.path] = parts

    def move(self, path: SourcePath, to: SourcePath | None, *, stays: bool = False) -> None:
        """A file goes to another place, or away."""
        if stays and to:
            self._copied[path] = to
        else:
            self._moved[path] = to

    def stays(self, path: SourcePath) -> bool:
        """Whether a file is still there afterwards, wherever that is."""
        return self._moved.get(path, path) is not None

    def changes(self) -> Iterator[FileChange]:
        """Every file that is another than it was, in the order of the paths."""
        texts = {path: parts.text for path, parts in self._parts.items() if parts.text != (self._files[path].text or "")}
        for path in sorted({*texts, *self._moved, *self._copied}):
            to = self._moved.get(path, path)
            if path in self._copied:
                yield FileChange(path, self._copied[path], None, stays=True)
            if path in texts or path in self._moved:
                yield FileChange(path, to, texts.get(path) if to else None)

    def set_value(self, path: SourcePath, key: KeyPath, value: object) -> None:
        """Another value at a place of a front matter."""
        self._edit(path, key, lambda text: edits.with_value(text, key, value), lambda tree: _put(tree, key, value))

    def remove(self, path: SourcePath, key: KeyPath) -> None:
        """A front matter without a key or an element."""
        self._edit(path, key, lambda text: edits.without(text, key), lambda tree: _drop(tree, key))

    def add_element(self, path: SourcePath, key: KeyPath, element: object, lines: tuple[str, ...] = ()) -> None:
        """A list with an element more; `lines` is how it is written elsewhere."""
        self._edit(path, key, lambda text: edits.with_element(text, key, element, lines), lambda tree: _append(tree, key, element))

    def add_key(self, path: SourcePath, key: KeyPath, value: object, before: Sequence[str], lines: tuple[str, ...] = ()) -> None:
        """A front matter with a key more, behind those of the keys `before` that it has."""
        root, name = key[:-1], str(key[-1])
        self._edit(path, root, lambda text: edits.with_new_key(text, name, value, before, root, lines), lambda tree: _put(tree, key, value))

    def set_targets(self, path: SourcePath, key: KeyPath, targets: Mapping[str, str], value: str) -> None:
        """Other targets for the links in a text of a front matter, as it is written, so that it reads as `value`."""

        def edit(text: str) -> str | None:
            found: str | None = text
            for old, new in targets.items():
                found = edits.with_target(found, key, old, new) if found is not None else None
            return found

        self._edit(path, key, edit, lambda tree: _put(tree, key, value))

    def set_body(self, path: SourcePath, body: str) -> None:
        """Another body."""
        self.put(replace(self.parts(path), body=body))

    def _edit(self, path: SourcePath, key: KeyPath, edit: Edit, same: Same) -> None:
        parts = self.parts(path)
        new = edit(parts.front) if parts.sound else None
        expected = _plain(parts.tree) if parts.sound else None
        if new is not None:
            same(expected)
        if new is None or _plain(read_yaml(new, path).value) != expected:
            place = document_of(self._files[path]).place(key)
            raise NotPossibleError(Remark("change-unclear", place))
        self.put(replace(parts, front=new))


def document_of(file: File) -> Document:
    """A file taken apart, for the places of its values."""
    if file.path.endswith(".md"):
        return read_page(file)[0]
    read = read_yaml(file.text or "", file.path)
    return Document(file.path, None, read.lines, read_page(replace(file, text=""))[0].body)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, (list, tuple)) else _text(value)


def _text(value: object) -> object:
    """A scalar as a front matter has it: a text, whatever it is elsewhere."""
    return value if value is None or isinstance(value, str) else str(value)


def value_at(tree: object, path: KeyPath) -> object:
    """The value at a path of a tree; None where there is none."""
    for part in path:
        if isinstance(tree, Mapping):
            tree = tree.get(str(part))
        else:
            tree = tree[part] if isinstance(tree, list) and isinstance(part, int) and part < len(tree) else None
    return tree


def _put(tree: object, path: KeyPath, value: object) -> None:
    around, last = value_at(tree, path[:-1]), path[-1]
    if isinstance(around, dict):
        around[last] = _plain(value)
    if isinstance(around, list) and isinstance(last, int):
        around[last] = _plain(value)


def _drop(tree: object, path: KeyPath) -> None:
    around, last = value_at(tree, path[:-1]), path[-1]
    if isinstance(around, dict):
        del around[last]
    elif isinstance(around, list) and isinstance(last, int):
        del around[last]
        if not around and len(path) > 1:
            _drop(tree, path[:-1])


def _append(tree: object, path: KeyPath, value: object) -> None:
    around = value_at(tree, path)
    if isinstance(around, list):
        around.append(_plain(value))
