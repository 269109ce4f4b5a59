"""What an owner declares, without what is wrong in it, and every problem with it."""

from collections.abc import Iterator, Mapping, Set
from re import fullmatch

from pydantic import ValidationError

from geleerd.locale.catalogue import LANGUAGES, catalogue
from geleerd.model.declarations.own_model import KEY_PATTERN, NO_MODEL, TYPE_PATTERN, OwnField, OwnModel
from geleerd.model.declarations.own_types import keys_taken, known_keys
from geleerd.model.declarations.registry import DECLARATIONS
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Problem
from geleerd.validate.did_you_mean import nearest
from geleerd.validate.field_problems import complaints
from geleerd.validate.mending.told import told

_OF_THE_SITE = frozenset({"api", "assets", "index", "l", "pagefind"})
"""What else stands at the root of a site: the API, files, the search index and permalinks."""

_CHOOSING = frozenset({"choice", "choices"})
_NARROWING = _CHOOSING | {"entries"}

BrokenRule = tuple[KeyPath, Code, dict[str, object]]


def own_model(document: Document | None) -> tuple[OwnModel, tuple[Problem, ...]]:
    """The model in a document. What is wrong in it is left out, entry by entry, with a problem at its line."""
    if document is None or not document.tree:
        return NO_MODEL, ()
    model, kept, problems = _read(document)
    wrong = tuple(_Rules(model).wrong())
    told_of = (told(document, path, code, {"key": str(path[-1]), **words}, OwnModel) for path, code, words in wrong)
    return _valid(_without(kept, (path for path, _, _ in wrong))), (*problems, *told_of)


def _read(document: Document) -> tuple[OwnModel, Mapping[str, object], tuple[Problem, ...]]:
    tree: Mapping[str, object] = document.tree or {}
    try:
        return OwnModel.model_validate(tree), tree, ()
    except ValidationError as error:
        left = _without(tree, (tuple(map(str, details["loc"])) for details in error.errors(include_url=False)))
        return _valid(left), left, tuple(complaints(error, OwnModel, document))


def _valid(tree: Mapping[str, object]) -> OwnModel:
    try:
        return OwnModel.model_validate(tree)
    except ValidationError:
        return NO_MODEL


def _without(tree: Mapping[str, object], paths: Iterator[KeyPath]) -> Mapping[str, object]:
    """The tree without the entries in which the paths lie: a type, a field of a type, or one other word."""
    left: Mapping[str, object] = tree
    for path in paths:
        left = _left(left, path[: 3 if path[0] in {"fields", "words"} else 2])
    return left


def _left(tree: Mapping[str, object], path: KeyPath) -> Mapping[str, object]:
    first, *rest = path
    inner = tree.get(str(first))
    if rest and isinstance(inner, Mapping):
        return {**tree, str(first): _left(inner, tuple(rest))}
    return {key: value for key, value in tree.items() if key != first}


class _Rules:
    """What must hold between the parts of a model."""

    def __init__(self, model: OwnModel) -> None:
        self.model = model

    def wrong(self) -> Iterator[BrokenRule]:
        """Every place where a rule is broken, with the words of its sentence."""
        yield from self._of_names()
        yield from self._of_types()
        for type_key, fields in self.model.fields.items():
            path: KeyPath = ("fields", type_key)
            if type_key not in DECLARATIONS.types:
                yield path, Code.UNKNOWN_KEY, {"suggestion": nearest(type_key, DECLARATIONS.types)}
            yield from self._of_fields(fields, path, type_key)
        for section, types in (("types", self.model.types), ("frame", self.model.frame)):
            for type_key, own in types.items():
                yield from self._of_fields(own.fields, (section, type_key, "fields"), type_key)

    def _of_names(self) -> Iterator[BrokenRule]:
        words = self.model.words
        known = {
            "types": tuple(DECLARATIONS.types),
            "phases": tuple(catalogue(LANGUAGES[0]).entries["moments"]),
            "labels": tuple(known_keys()),
        }
        for section, renamed in (("types", words.types), ("phases", words.phases), ("labels", words.labels)):
            unknown = [key for key in renamed if key not in known[section]]
            for key in unknown:
                yield ("words", section, key), Code.UNKNOWN_KEY, {"suggestion": nearest(key, known[section])}

    def _of_types(self) -> Iterator[BrokenRule]:
        taken = dict.fromkeys(_OF_THE_SITE, "") | {
            word: key for language in LANGUAGES for key, word in catalogue(language).entries["words"].items()
        }
        for section, types in (("types", self.model.types), ("frame", self.model.frame)):
            for key, own in types.items():
                path: KeyPath = (section, key)
                if not fullmatch(TYPE_PATTERN, key):
                    yield path, Code.BAD_KEY, {"value": key}
                elif key in DECLARATIONS.types or (section == "frame" and key in self.model.types):
                    yield path, Code.MODEL_KNOWN_KEY, {"value": key}
                if taken.setdefault(own.address, key) != key:
                    yield (*path, "address"), Code.MODEL_KNOWN_ADDRESS, {"value": own.address}
        for key, entry in self.model.frame.items():
            if entry.named_by:
                yield from self._of_key(entry.named_by.key, ("frame", key, "named_by", "key"), keys_taken(""))

    def _of_fields(self, fields: Mapping[str, OwnField], path: KeyPath, type_key: str) -> Iterator[BrokenRule]:
        for key, field in fields.items():
            here = (*path, key)
            yield from self._of_key(key, here, keys_taken(type_key) | (known_keys() if field.choices else frozenset()))
            if field.kind in _CHOOSING and not field.choices:
                yield here, Code.MODEL_NO_CHOICES, {}
            if field.kind == "entries" and field.to not in {*DECLARATIONS.frame_types, *self.model.frame, "item"}:
                yield (
                    (*here, "to"),
                    Code.MODEL_NO_TARGET,
                    {"key": key, "choices": ", ".join((*DECLARATIONS.frame_types, *self.model.frame, "item"))},
                )
            if field.facet and field.kind not in _NARROWING:
                yield (*here, "facet"), Code.MODEL_NO_FACET, {"key": key}

    def _of_key(self, key: str, path: KeyPath, taken: Set[str]) -> Iterator[BrokenRule]:
        if not fullmatch(KEY_PATTERN, key):
            yield path, Code.BAD_KEY, {"value": key}
        elif key in taken or key in {*DECLARATIONS.types, *self.model.types, *self.model.frame}:
            yield path, Code.MODEL_KNOWN_KEY, {"value": key}
