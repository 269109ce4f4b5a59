"""Reads the folders of a knowledge base into sources: every file, by its role."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.documents import Body, Document, File
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.settings import Folders
from geleerd.model.strings import SourcePath
from geleerd.read.contents import look_into
from geleerd.read.folders import read_folder
from geleerd.read.front_matter import read_document, read_page
from geleerd.read.roles import STAFF_PAGE, frame_folder_above, is_item_file, role_of
from geleerd.read.word_lists import GLOSSARY, VOCABULARY, read_word_list


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that was read.

    `items` are the documents of items, `frame` those of frame entries by folder. No page shows `other_texts`: notes, and the two lists
    of words as text; `vocabulary`, `glossary` and `terms` hold the content of these lists. `files` are all files by path.
    `declarations` are the types that the documents can have.
    """

    items: tuple[Document, ...]
    frame: Mapping[str, tuple[Document, ...]]
    staff_pages: tuple[Document, ...]
    other_texts: tuple[Document, ...]
    vocabulary: Document
    glossary: Document
    terms: tuple[object, ...]
    files: Mapping[SourcePath, File]
    declarations: Declarations


def read_sources(
    folders: Folders, extra_items: Iterable[File] = (), declarations: Declarations = DECLARATIONS, *, inside: bool = True
) -> tuple[Sources, tuple[Problem, ...]]:
    """All documents and files of the knowledge base, and all problems with the form of its files.

    `extra_items` are read as if they lay in the folder of lessons. Without `inside`, the contents of images and documents are not read.
    """
    lessons, wrong_lessons = read_folder(folders.root, folders.lessons)
    content, wrong_content = read_folder(folders.root, folders.content)
    lessons = (*lessons, *extra_items)
    files = {file.path: look_into(file, folders.root) if inside else file for file in (*lessons, *content)}
    by_role = _by_role(content, folders.content, declarations)
    apart = _TakenApart()
    items = apart.documents(filter(is_item_file, lessons), read_document)
    frame = {folder: apart.documents(by_role[folder], read_document) for folder in declarations.folders}
    staff_pages = apart.documents(by_role[STAFF_PAGE], read_page)
    vocabulary, _ = apart.words(files, SourcePath(f"{folders.content}/{VOCABULARY}"))
    glossary, terms = apart.words(files, SourcePath(f"{folders.content}/{GLOSSARY}"))
    sources = Sources(
        items=items,
        frame=Frozen(frame),
        staff_pages=staff_pages,
        other_texts=tuple(_other_text(file) for path, file in files.items() if file.text and path not in apart.paths),
        vocabulary=vocabulary,
        glossary=glossary,
        terms=terms,
        files=Frozen(files),
        declarations=declarations,
    )
    return sources, (*wrong_lessons, *wrong_content, *apart.problems, *_astray(content, folders.content, declarations))


def _by_role(content: Iterable[File], folder: str, declarations: Declarations) -> Mapping[str | None, list[File]]:
    roles: dict[str | None, list[File]] = defaultdict(list)
    for file in content:
        roles[role_of(file.path, folder, declarations)].append(file)
    return roles


def _astray(content: Iterable[File], folder: str, declarations: Declarations) -> Iterator[Problem]:
    """A problem for every file that looks like a frame entry but lies too deep to be one."""
    for file in content:
        if above := frame_folder_above(file.path, folder, declarations):
            yield Problem(Place(file.path), Code.NOT_AN_ENTRY, {"folder": above})


def _other_text(file: File) -> Document:
    """The document of a text that no page shows. Problems with the form of a note do not matter."""
    return read_page(file)[0] if file.path.endswith(".md") else Document(file.path, None, Frozen(), Body(file.text or ""))


class _TakenApart:
    """Takes files apart one group after another, and gathers their paths and the problems with their form."""

    def __init__(self) -> None:
        self.paths: set[SourcePath] = set()
        self.problems: list[Problem] = []

    def documents(self, files: Iterable[File], read: Callable[[File], tuple[Document, tuple[Problem, ...]]]) -> tuple[Document, ...]:
        results = [read(file) for file in files]
        self.paths.update(document.path for document, _ in results)
        self.problems += [problem for _, problems in results for problem in problems]
        return tuple(document for document, _ in results)

    def words(self, files: Mapping[SourcePath, File], path: SourcePath) -> tuple[Document, tuple[object, ...]]:
        document, values, problems = read_word_list(path, files.get(path))
        self.problems += problems
        return document, values
