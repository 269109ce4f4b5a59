"""Whether what entries name exists: dead references are reported and dropped, the entry stays."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import FieldSpec, fields_of, references_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.documents import Document, Entry, KeyPath
from geleerd.model.problems import Problem
from geleerd.validate.did_you_mean import name_meant
from geleerd.validate.old_names import FormerNames

FieldsT = TypeVar("FieldsT", bound=Item | FrameEntry)
DeclaredT = TypeVar("DeclaredT", bound=Declared)


@dataclass(frozen=True, slots=True)
class Known:
    """What can be referred to: by target, the slugs or ids that exist; and those whose file is broken or a draft.

    A reference to a broken file is dropped without a word, since that file has its own problems; one to a draft gets a hint.
    `former` are the names that some had before.
    """

    targets: Mapping[str, Collection[str]]
    broken: Mapping[str, Collection[str]]
    drafts: Mapping[str, Collection[str]]
    former: FormerNames


def resolved(entry: Entry[FieldsT], known: Known) -> tuple[Entry[FieldsT], tuple[Problem, ...]]:
    """The entry with only the references that lead somewhere, and a problem for each of the others."""
    own = ("item", entry.fields.id) if isinstance(entry.fields, Item) else (entry.fields.KEY, entry.slug)
    check = _Check(entry.document, known, own)
    fields = check.cleaned(entry.fields, ())
    return (replace(entry, fields=fields) if check.changed else entry), tuple(check.problems)


class _Check:
    def __init__(self, document: Document, known: Known, own: tuple[str, str]) -> None:
        self.problems: list[Problem] = []
        self.changed = False
        self._document = document
        self._known = known
        self._own = own

    def cleaned(self, fields: DeclaredT, path: KeyPath) -> DeclaredT:
        update = {}
        for spec in references_of(type(fields)):
            value = getattr(fields, spec.attribute)
            kept = self._kept(spec, value, (*path, spec.key))
            if kept != value:
                update[spec.attribute] = kept
        update |= self._nested(fields, path)
        self.changed |= bool(update)
        return fields.model_copy(update=update) if update else fields

    def _kept(self, spec: FieldSpec, value: object, path: KeyPath) -> object:
        target = spec.target or ""
        if isinstance(value, tuple):
            return tuple(v for n, v in enumerate(value) if self._exists(target, v, (*path, n)))
        if isinstance(value, str):
            return value if self._exists(target, value, path) else None
        return value

    def _nested(self, fields: Declared, path: KeyPath) -> dict[str, object]:
        """The lists of smaller declarations without the elements whose own reference is dead."""
        update: dict[str, object] = {}
        for spec in fields_of(type(fields)):
            values = getattr(fields, spec.attribute)
            if not isinstance(values, tuple) or not any(isinstance(v, Declared) for v in values):
                continue
            kept = tuple(v for n, v in enumerate(values) if self._alive(v, (*path, spec.key, n)))
            if kept != values:
                update[spec.attribute] = kept
        return update

    def _alive(self, part: Declared, path: KeyPath) -> bool:
        pairs = ((spec, getattr(part, spec.attribute)) for spec in references_of(type(part)))
        return all(self._exists(spec.target or "", value, (*path, spec.key)) for spec, value in pairs if value)

    def _exists(self, target: str, name: str, path: KeyPath) -> bool:
        place = self._document.place(path)
        if (target, name) == self._own:
            self.problems.append(Problem(place, "refers-to-itself", {"key": str(path[0]), "value": name}))
            return False
        if name in self._known.targets.get(target, ()):
            return True
        if name in self._known.drafts.get(target, ()):
            self.problems.append(Problem(place, "refers-to-draft", {"key": str(path[0]), "value": name}))
        elif name not in self._known.broken.get(target, ()):
            now = self._known.former.get(target, {}).get(name, "")
            words = {"key": str(path[0]), "value": name, "now": now, "suggestion": name_meant(name, self._known.targets.get(target, ()))}
            self.problems.append(Problem(place, "unknown-reference", words))
        return False
