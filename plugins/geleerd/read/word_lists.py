"""The two lists of words that the staff keep as YAML: `vocabulary.yml` has keys at its top, `begrippen.yml` a list."""

from geleerd.model.documents import Body, Document, File
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath
from geleerd.read.yaml_tree import YamlTree

VOCABULARY, GLOSSARY = "vocabulary.yml", "begrippen.yml"
_FORMS = {VOCABULARY: "for: […]", GLOSSARY: "- term: …"}


def read_word_list(path: SourcePath, file: File | None) -> tuple[Document, tuple[object, ...], tuple[Problem, ...]]:
    """A list of words as a document, the values if the file holds a YAML list, and its problems of form. A missing file counts as empty."""
    tree = YamlTree(file.text or "" if file else "", path)
    name = path.rpartition("/")[2]
    keys = tree.value if isinstance(tree.value, dict) else {}
    values = tree.value if isinstance(tree.value, list) else []
    document = Document(path, Frozen(keys), Frozen(tree.lines), Body())
    if tree.value is None or isinstance(tree.value, dict) == (name == VOCABULARY):
        return document, tuple(values), tuple(tree.problems)
    return document, tuple(values), (*tree.problems, Problem(Place(path), Code.WORD_LIST_FORM, {"form": _FORMS[name]}))
