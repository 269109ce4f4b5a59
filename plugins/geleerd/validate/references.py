"""Checks that the entries that others name exist. Dead references are reported and dropped; the entry with them stays."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from geleerd.model.collection import WordLists
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import FieldSpec, fields_of, references_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.documents import Document, Entry, Frame, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Problem
from geleerd.model.strings import is_slug
from geleerd.validate.did_you_mean import name_meant
from geleerd.validate.entries import slug_in
from geleerd.validate.examine import Examination
from geleerd.validate.mending.told import told
from geleerd.validate.old_names import FormerNames, former_names

_PERMALINK = re.compile(r"/l/([0-9a-z]{6})(?:/|$)")

FieldsT = TypeVar("FieldsT", bound=Item | FrameEntry)
DeclaredT = TypeVar("DeclaredT", bound=Declared)


@dataclass(frozen=True, slots=True)
class Known:
    """The names that references can use: by target, the slugs or ids that exist, and those whose file is broken or a draft.

    A reference to a broken file is dropped without a word, since that file has its own problems, and so is one to an entry that the file
    of an `unread` target may hold; one to a draft gets a hint. `former` are the old names of renamed entries.
    """

    targets: Mapping[str, Collection[str]]
    broken: Mapping[str, Collection[str]]
    drafts: Mapping[str, Collection[str]]
    former: FormerNames
    unread: Collection[str] = ()


def resolved(entry: Entry[FieldsT], known: Known) -> tuple[Entry[FieldsT], tuple[Problem, ...]]:
    """The entry with only the references that exist, and a problem for each of the others."""
    own = ("item", entry.fields.id) if isinstance(entry.fields, Item) else (entry.fields.KEY, entry.slug)
    check = _Check(entry.document, known, own)
    kept = {**check.references(entry.fields), **check.parts(entry.fields)}
    wrong = tuple(problem for _, problems in kept.values() for problem in problems)
    return replace(entry, fields=_with(kept, entry.fields)), (*wrong, *check.beside_mistakes(entry.fields))


def known_names(
    examination: Examination,
    frame: Frame,
    drafts: Mapping[str, frozenset[str]],
    items: Sequence[ItemEntry],
    words: WordLists,
    drawings: Collection[str],
) -> Known:
    """All names that references can use on this site: of shown entries, of broken ones and drafts, and old names."""
    shown = [entry for entry in items if entry.fields.status != "draft"]
    ids = frozenset(entry.fields.id for entry in shown)
    draft_ids = frozenset(entry.fields.id for entry in items) - ids
    written = frozenset(str((item.document.tree or {}).get("id")) for item in examination.items)
    in_files = {key: frozenset(slug_in(one.document) for one in examined) for key, examined in examination.frame.items()}
    return Known(
        targets=Frozen({**frame, **words.vocabularies, "item": ids, "drawing": drawings}),
        broken=Frozen({"item": written - ids - draft_ids, **in_files}),
        drafts=Frozen({**drafts, "item": draft_ids}),
        former=former_names(frame, shown, examination.declarations),
        unread=tuple(words.vocabularies) if words.is_guessed else (),
    )


def resolved_frame(frame: Frame, known: Known) -> tuple[Frame, tuple[Problem, ...]]:
    """The frame with only the references that exist, and a problem for each of the others."""
    pairs = {key: {slug: resolved(entry, known) for slug, entry in entries.items()} for key, entries in frame.items()}
    problems = tuple(problem for entries in pairs.values() for _, wrong in entries.values() for problem in wrong)
    return Frozen({key: Frozen({slug: entry for slug, (entry, _) in entries.items()}) for key, entries in pairs.items()}), problems


def resolved_items(items: Iterable[ItemEntry], known: Known) -> tuple[tuple[ItemEntry, ...], tuple[Problem, ...]]:
    """The items with only the references that exist, and a problem for each of the others."""
    pairs = [resolved(entry, known) for entry in items]
    return tuple(entry for entry, _ in pairs), tuple(problem for _, wrong in pairs for problem in wrong)


_Kept = tuple[object, tuple[Problem, ...]]
"""The valid part of a field's value, and the problems with the rest."""

_Verdict = tuple[bool, tuple[Problem, ...]]
"""Whether a value stays, and the problems with it."""


@dataclass(frozen=True, slots=True)
class _Check:
    """Checks one document; `own` is the target and the name of the document's own entry."""

    document: Document
    known: Known
    own: tuple[str, str]

    def references(self, fields: Declared) -> dict[str, _Kept]:
        """The references that exist, by attribute."""
        return {
            spec.attribute: self._references(spec, getattr(fields, spec.attribute), (spec.key,)) for spec in references_of(type(fields))
        }

    def parts(self, fields: Declared) -> dict[str, _Kept]:
        """The smaller declarations in each list, without the references in their lists that do not exist, by attribute.

        One whose single reference does not exist is left out.
        """
        lists = ((spec, getattr(fields, spec.attribute)) for spec in fields_of(type(fields)))
        return {
            spec.attribute: _joined(self._part(part, (spec.key, number)) for number, part in enumerate(parts))
            for spec, parts in lists
            if isinstance(parts, tuple) and any(isinstance(part, Declared) for part in parts)
        }

    def beside_mistakes(self, fields: Declared) -> Iterator[Problem]:
        """The problems with references in fields that have another mistake: `fields` has nothing of these, the file has."""
        written = self.document.tree or {}
        for spec in fields_of(type(fields)):
            values = written.get(spec.key)
            if not isinstance(values, list) or getattr(fields, spec.attribute):
                continue
            for target, name, path in _named(spec, values, (spec.key,)):
                yield from self._reference(target, name, path)[1]

    def _references(self, spec: FieldSpec, value: object, path: KeyPath) -> _Kept:
        target = spec.target or ""
        if isinstance(value, tuple):
            return _staying(value, (self._reference(target, name, (*path, number)) for number, name in enumerate(value)))
        if isinstance(value, str):
            stays, problems = self._reference(target, value, path)
            return value if stays else None, problems
        return value, ()

    def _part(self, part: Declared, path: KeyPath) -> _Kept:
        named = ((spec, getattr(part, spec.attribute)) for spec in references_of(type(part)))
        kept = {spec.attribute: self._references(spec, value, (*path, spec.key)) for spec, value in named if value}
        problems = tuple(problem for _, wrong in kept.values() for problem in wrong)
        return (None if any(value is None for value, _ in kept.values()) else _with(kept, part)), problems

    def _reference(self, target: str, name: str, path: KeyPath) -> _Verdict:
        words = {"key": str(path[0]), "value": name}
        if (target, name) == self.own:
            return False, (Problem(self.document.place(path), Code.REFERS_TO_ITSELF, words),)
        if name in self.known.targets.get(target, ()):
            return True, ()
        if name in self.known.drafts.get(target, ()):
            return False, (Problem(self.document.place(path), Code.REFERS_TO_DRAFT, words),)
        if name in self.known.broken.get(target, ()) or target in self.known.unread:
            return False, ()
        now = self.known.former.get(target, {}).get(name, "")
        meant = "" if now else _meant(name, self.known.targets.get(target, ()))
        code = Code.UNKNOWN_DRAWING if target == "drawing" else Code.UNKNOWN_REFERENCE
        return False, (told(self.document, path, code, {**words, "now": now, "suggestion": meant}),)


def _named(spec: FieldSpec, values: Sequence[object], path: KeyPath) -> Iterator[tuple[str, str, KeyPath]]:
    """What a list in a file names: each target, slug or id, and the way to it, a name that stands there twice at its first place."""
    names = {name: number for number, name in reversed([*enumerate(values)]) if isinstance(name, str) and is_slug(name)}
    yield from ((spec.target, name, (*path, number)) for name, number in names.items() if spec.target)
    for number, value in enumerate(values):
        if not isinstance(value, dict):
            continue
        for inner in references_of(spec.part) if spec.part else ():
            found, here = value.get(inner.key), (*path, number, inner.key)
            if isinstance(found, list):
                yield from _named(inner, found, here)
            elif isinstance(found, str) and is_slug(found):
                yield inner.target or "", found, here


def _meant(name: str, targets: Collection[str]) -> str:
    """The slug or id of what readers know by this name, or else the nearest one."""
    linked = _PERMALINK.search(name)
    if linked and linked[1] in targets:
        return linked[1]
    shown = _names(targets) if isinstance(targets, Mapping) else {}
    same = {known.casefold(): slug for known, slug in shown.items()}
    return same.get(name.strip().casefold()) or name_meant(name, targets) or shown.get(name_meant(name, shown), "")


def _names(entries: Mapping[str, object]) -> Mapping[str, str]:
    """The slugs by the names that readers see."""
    named = ((str(getattr(getattr(entry, "fields", entry), "name", "") or ""), slug) for slug, entry in entries.items())
    return {name: slug for name, slug in named if name}


def _with(kept: Mapping[str, _Kept], fields: DeclaredT) -> DeclaredT:
    """The fields, with the values that were kept."""
    update = {attribute: value for attribute, (value, _) in kept.items() if value != getattr(fields, attribute)}
    return fields.model_copy(update=update) if update else fields


def _joined(parts: Iterable[_Kept]) -> _Kept:
    """The parts of a list that stay, and the problems with all of them."""
    judged = tuple(parts)
    return tuple(part for part, _ in judged if part is not None), tuple(problem for _, problems in judged for problem in problems)


def _staying(values: tuple[object, ...], verdicts: Iterable[_Verdict]) -> _Kept:
    """The values that stay, and the problems with all of them."""
    judged = tuple(zip(values, verdicts, strict=True))
    return tuple(value for value, (stays, _) in judged if stays), tuple(problem for _, (_, problems) in judged for problem in problems)
