"""The folders of a knowledge base, sorted by role."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geleerd.model.declarations.registry import FRAME_FOLDERS
from geleerd.model.documents import Body, Document, File
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Place, Problem
from geleerd.model.settings import Folders
from geleerd.model.strings import SourcePath
from geleerd.read.folders import read_folder
from geleerd.read.front_matter import read_document, read_page
from geleerd.read.yaml_tree import YamlTree


@dataclass(frozen=True, slots=True)
class Sources:
    """All that was found: item documents, frame documents by folder, the staff's pages, the two lists of words, and every file."""

    items: tuple[Document, ...]
    frame: Mapping[str, tuple[Document, ...]]
    staff_pages: tuple[Document, ...]
    vocabulary: Document
    glossary: Document
    terms: tuple[object, ...]
    files: Mapping[SourcePath, File]


def read_sources(folders: Folders, extra_items: Iterable[File] = ()) -> tuple[Sources, tuple[Problem, ...]]:
    """The whole knowledge base taken apart, and everything that is wrong with the form of its files.

    `extra_items` are read as if they stood in the folder of lessons.
    """
    lessons, problems = read_folder(folders.root, folders.lessons)
    content, more = read_folder(folders.root, folders.content)
    found = _Found([*problems, *more])
    items = tuple(found.document(file) for file in (*lessons, *extra_items) if is_item_file(file))
    frame: dict[str, list[Document]] = {folder: [] for folder in FRAME_FOLDERS}
    pages = []
    for file in content:
        folder = frame_folder_of(file.path, folders.content)
        if folder:
            frame[folder].append(found.document(file))
        elif file.path.endswith(".md"):
            pages.append(found.page(file))
    found.problems += [
        Problem(Place(f.path), "not-an-entry", {"folder": _top(f.path, folders.content)}) for f in content if _is_astray(f, folders)
    ]
    texts = {file.path: file for file in content if not file.path.endswith(".md")}
    vocabulary, _ = found.words(texts, folders.content, "vocabulary.yml")
    glossary, terms = found.words(texts, folders.content, "begrippen.yml")
    sources = Sources(
        items=items,
        frame=Frozen({folder: tuple(documents) for folder, documents in frame.items()}),
        staff_pages=tuple(pages),
        vocabulary=vocabulary,
        glossary=glossary,
        terms=terms,
        files=Frozen({file.path: file for file in (*lessons, *extra_items, *content)}),
    )
    return sources, tuple(found.problems)


def is_item_file(file: File) -> bool:
    """Whether a file among the lessons holds an item: Markdown, and neither a README nor a note (`_…`)."""
    name = posixpath.basename(file.path)
    return name.endswith(".md") and name != "README.md" and not name.startswith("_")


def frame_folder_of(path: str, content: str) -> str | None:
    """The frame folder of a file; None for a page, among which a folder's own `index.md`."""
    folder, name = posixpath.split(posixpath.relpath(path, content))
    return folder if folder in FRAME_FOLDERS and name.endswith(".md") and name not in {"index.md", "README.md"} else None


def _top(path: str, content: str) -> str:
    return posixpath.relpath(path, content).split("/")[0]


def _is_astray(file: File, folders: Folders) -> bool:
    """Whether a Markdown file lies in a folder under a frame folder, where it is neither an entry nor an introduction."""
    folder = posixpath.dirname(posixpath.relpath(file.path, folders.content))
    return file.path.endswith(".md") and folder not in FRAME_FOLDERS and _top(file.path, folders.content) in FRAME_FOLDERS


class _Found:
    """Documents as they come, with the problems gathered on the way. A file without text has had its problem already."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def document(self, file: File) -> Document:
        if file.text is None:
            return Document(file.path, None, Frozen(), Body())
        return self._keep(read_document(file))

    def page(self, file: File) -> Document:
        return self.document(file) if file.text is None else self._keep(read_page(file))

    def words(self, files: Mapping[SourcePath, File], content: str, name: str) -> tuple[Document, tuple[object, ...]]:
        """One of the lists: as a document, and the values when the file holds a list at its top."""
        path = SourcePath(f"{content}/{name}")
        tree = YamlTree(files[path].text or "" if path in files else "", path)
        self.problems += tree.problems
        if tree.value is not None and isinstance(tree.value, dict) != (name == "vocabulary.yml"):
            form = "for: […]" if name == "vocabulary.yml" else "- term: …"
            self.problems.append(Problem(Place(path), "word-list-form", {"form": form}))
        keys = tree.value if isinstance(tree.value, dict) else {}
        values = tree.value if isinstance(tree.value, list) else []
        return Document(path, Frozen(keys), Frozen(tree.lines), Body()), tuple(values)

    def _keep(self, result: tuple[Document, tuple[Problem, ...]]) -> Document:
        document, problems = result
        self.problems += problems
        return document
