"""What the staff keep as YAML: the vocabulary and the model have keys at their top, the glossary and lists of entries are a list."""

from geleerd.model.documents import Body, Document, File, Front
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.settings import Folders
from geleerd.model.strings import SourcePath
from geleerd.read.folders import read_file
from geleerd.read.yaml_mending.reading import read_yaml

VOCABULARY = "vocabulary.yml"
MODEL = "model.yml"
FORM_OF_TERMS = "- term: …"
"""What an entry of the glossary begins with."""

_FORM_OF_VOCABULARY, _FORM_OF_ENTRIES, _FORM_OF_MODEL = "for: […]", "- id: …", "types: {…}"


def read_word_list(
    path: SourcePath, file: File | None, form: str = _FORM_OF_VOCABULARY
) -> tuple[Document, tuple[object, ...], tuple[Problem, ...]]:
    """A list of words as a document, the values if the file holds a YAML list, and its problems of form. A missing file counts as empty.

    `form` is how a list of this kind begins: what does not is a problem.
    """
    text = file.text or "" if file else ""
    reading = read_yaml(text, path)
    keys = reading.value if isinstance(reading.value, dict) else {}
    values = reading.value if isinstance(reading.value, list) else []
    is_of_form = reading.value is None or isinstance(reading.value, list if form.startswith("- ") else dict)
    front = Front(reading.text, is_guessed=bool(reading.problems) or not is_of_form)
    document = Document(path, Frozen(keys), reading.lines, Body(), front=front)
    if is_of_form:
        return document, tuple(values), reading.problems
    return (
        document,
        tuple(values),
        (*reading.problems, Problem(Place(path), Code.WORD_LIST_FORM, {"form": form})),
    )


def read_own_model(folders: Folders) -> tuple[Document | None, tuple[Problem, ...]]:
    """What an owner declares, as a document, with the problems of its form; None without such a file, and for one that nobody can read."""
    path = SourcePath(f"{folders.content}/{MODEL}")
    if not (folders.root / path).is_file() or (folders.root / path).is_symlink():
        return None, ()
    file, unread = read_file(folders.root, path)
    document, _, problems = read_word_list(path, file, _FORM_OF_MODEL)
    return document, (*unread, *problems)


def read_entries(path: SourcePath, file: File | None) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The entries in a list, each as a document of its own, and the problems with the form of the file."""
    whole, values, problems = read_word_list(path, file, _FORM_OF_ENTRIES)
    found = tuple(whole.below((number,), value) for number, value in enumerate(values))
    formless = tuple(Problem(entry.place(), Code.WORD_LIST_FORM, {"form": _FORM_OF_ENTRIES}) for entry in found if entry.tree is None)
    return tuple(entry for entry in found if entry.tree is not None), (*problems, *formless)
