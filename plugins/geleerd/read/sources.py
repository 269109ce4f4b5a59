"""Reads the folders of a knowledge base into sources: every file, by its role."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from geleerd.guard import each
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.documents import Body, Contents, Document, File, Trace
from geleerd.model.file_kinds import ending
from geleerd.model.frozen import Frozen
from geleerd.model.limits import LARGEST_LOOKED_INTO
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem
from geleerd.model.settings import Folders
from geleerd.model.strings import SourcePath
from geleerd.once import Once, now
from geleerd.read.folders import ReadFolder, read_folder
from geleerd.read.front_matter import read_document, read_page
from geleerd.read.gate.real_files import read_bytes
from geleerd.read.passed_over import entries_among_pages, items_in_notes, misplaced
from geleerd.read.readiness import is_ready, unsure_of
from geleerd.read.roles import STAFF_PAGE, is_item_file, role_of
from geleerd.read.word_lists import FORM_OF_TERMS, VOCABULARY, read_entries, read_word_list

_READ_AS_TEXT = frozenset({"md", "yml", "yaml"})
"""Kinds that have been read already, or that have an error of their own."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that was read.

    `items` are the documents of items, `frame` those of frame entries by folder; those of one list share a file. No page shows
    `other_texts`: notes, drafts of staff pages, and the two lists of words as text; `vocabulary`, `glossary` and `terms` hold the content
    of these lists. `files` are all files by path. `declarations` are the types that the documents can have.
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

    @property
    def entries(self) -> tuple[Document, ...]:
        """The documents that become pages: those of the frame first, to which the others refer."""
        return (*chain.from_iterable(self.frame.values()), *self.items, *self.staff_pages)


def without_texts(sources: Sources, paths: Set[str]) -> Sources:
    """The sources without the items, frame entries and staff pages at these paths."""

    def left(documents: Iterable[Document]) -> tuple[Document, ...]:
        return tuple(document for document in documents if document.path not in paths)

    frame = Frozen({folder: left(documents) for folder, documents in sources.frame.items()})
    return replace(sources, items=left(sources.items), frame=frame, staff_pages=left(sources.staff_pages))


def read_sources(
    folders: Folders,
    extra_items: Iterable[File] = (),
    declarations: Declarations = DECLARATIONS,
    once: Once = now,
    *,
    inside: bool = True,
    failed: Collection[str] = (),
    read: ReadFolder = read_folder,
) -> tuple[Sources, tuple[Problem, ...]]:
    """All documents and files of the knowledge base, and all problems with the form of its files.

    `extra_items` are read as if they lay in the folder of lessons. Without `inside`, the contents of images and documents are not read.
    `failed` are the paths of files with which something went wrong before: they count as files that nobody can read. `read` gives the
    files of a folder.
    """
    lessons, wrong_lessons = read(folders.root, folders.lessons)
    content, wrong_content = read(folders.root, folders.content)
    lessons = tuple(_read_or_not(file, failed) for file in (*lessons, *extra_items))
    content = tuple(_read_or_not(file, failed) for file in content)
    found = (*lessons, *content)
    files = {file.path: file for file in (each(partial(_look_into, root=folders.root, once=once), found) if inside else found)}
    by_role = _by_role(content, folders.content, declarations)
    apart = _TakenApart(once)
    items = apart.documents((file for file in lessons if is_item_file(file, folders.lessons)), read_document)
    frame = {
        folder: apart.entries(files, SourcePath(f"{folders.content}/{folder}.yml"))
        if declared.LISTED
        else apart.documents(by_role[folder], read_document)
        for folder, declared in declarations.folders.items()
    }
    pages = apart.documents(by_role[STAFF_PAGE], read_page)
    vocabulary, _ = apart.words(files, SourcePath(f"{folders.content}/{VOCABULARY}"))
    lists_of_terms = [SourcePath(f"{folders.content}/{name}.yml") for name in declarations.glossaries]
    glossary, terms = apart.words(files, next((path for path in lists_of_terms if path in files), lists_of_terms[0]), FORM_OF_TERMS)
    sources = Sources(
        items=items,
        frame=Frozen(frame),
        staff_pages=tuple(filter(is_ready, pages)),
        other_texts=(
            *(page for page in pages if not is_ready(page)),
            *(_other_text(file, once) for path, file in files.items() if file.text and path not in apart.paths),
        ),
        vocabulary=vocabulary,
        glossary=glossary,
        terms=terms,
        files=Frozen(files),
        declarations=declarations,
    )
    passed_over = (
        *misplaced(files.values(), folders, declarations),
        *unsure_of(pages),
        *entries_among_pages(pages, folders, declarations),
        *items_in_notes(sources.other_texts, folders.lessons),
    )
    return sources, (*_once((*wrong_lessons, *wrong_content, *apart.problems)), *passed_over)


def _read_or_not(file: File, failed: Collection[str]) -> File:
    return replace(file, text=None, contents=Contents((Trace("unopened"),))) if file.path in failed else file


def _by_role(content: Iterable[File], folder: str, declarations: Declarations) -> Mapping[str | None, list[File]]:
    roles: dict[str | None, list[File]] = defaultdict(list)
    for file in content:
        roles[role_of(file.path, folder, declarations)].append(file)
    return roles


def _once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without those that a conflict causes in the YAML around it."""
    problems = tuple(problems)
    marks = {(p.place.file, p.place.line) for p in problems if p.code is Code.CONFLICT_MARK}
    for problem in problems:
        is_of_yaml = problem.code.startswith(("yaml-", "front-matter-"))
        if not (is_of_yaml and any(file == problem.place.file and line <= problem.place.line for file, line in marks)):
            yield problem


def _other_text(file: File, once: Once) -> Document:
    """The document of a text that no page shows. Problems with the form of a note do not matter."""
    return read_page(file, once)[0] if file.path.endswith(".md") else Document(file.path, None, Frozen(), Body(file.text or ""))


class _TakenApart:
    """Takes files apart one group after another, and gathers their paths and the problems with their form."""

    def __init__(self, once: Once) -> None:
        self._once = once
        self.paths: set[SourcePath] = set()
        self.problems: list[Problem] = []

    def documents(self, files: Iterable[File], read: Callable[[File, Once], tuple[Document, tuple[Problem, ...]]]) -> tuple[Document, ...]:
        results = each(lambda file: read(file, self._once), files)
        self.paths.update(document.path for document, _ in results)
        self.problems += [problem for _, problems in results for problem in problems]
        return tuple(document for document, _ in results)

    def words(self, files: Mapping[SourcePath, File], path: SourcePath, *form: str) -> tuple[Document, tuple[object, ...]]:
        document, values, problems = read_word_list(path, files.get(path), *form)
        self.problems += problems
        return document, values

    def entries(self, files: Mapping[SourcePath, File], path: SourcePath) -> tuple[Document, ...]:
        documents, problems = read_entries(path, files.get(path))
        self.problems += problems
        return documents


def _look_into(file: File, root: Path, once: Once) -> File:
    """The file with its `contents` filled in. What has been read already stays as it is."""
    if file.text is not None or file.contents is not None or ending(file.path) in _READ_AS_TEXT:
        return file
    if file.size > LARGEST_LOOKED_INTO:
        return replace(file, contents=Contents((Trace("unreadable"),)))
    try:
        data = read_bytes(root, file.path)
    except OSError:
        return replace(file, contents=Contents((Trace("unopened"),)))
    return replace(file, contents=once(lambda: _found_in(file, data), "contents", file.path, str(file.size), data))


def _found_in(file: File, data: bytes) -> Contents | None:
    from geleerd.read.contents import with_contents  # noqa: PLC0415  # the readers of documents and images take longer to load than a check in which none is new

    return with_contents(file, data).contents
