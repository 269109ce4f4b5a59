"""From a document to an entry with typed fields, or to its problems."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError

from geleerd.locale.catalogue import reserved_slugs
from geleerd.model.declarations.field_specs import fields_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.documents import Document, Entry, Tree
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Problem
from geleerd.model.strings import Slug, SourcePath, is_slug, slug_from
from geleerd.validate.field_problems import complaints
from geleerd.validate.frame_rules import ends_before_start, repeated_meetings, skipped_moments
from geleerd.validate.item_rules import broken_rules, still_missing, untitled
from geleerd.validate.mending.item_types import item_type
from geleerd.validate.mending.one_line import mended_together
from geleerd.validate.mending.told import told
from geleerd.validate.mending.values import id_meant


@dataclass(frozen=True, slots=True)
class FoundItem:
    """The item in a document. `entry` is None when it cannot be shown; `partial` is then what is right in it, if anything is."""

    entry: Entry[Item] | None
    partial: Entry[Item] | None
    problems: tuple[Problem, ...]


def item_entry(document: Document, declarations: Declarations = DECLARATIONS) -> tuple[Entry[Item] | None, tuple[Problem, ...]]:
    """The item in a document; None when its own fields are invalid. A draft gets hints about what it still lacks."""
    found = found_item(document, declarations)
    return found.entry, found.problems


def found_item(document: Document, declarations: Declarations = DECLARATIONS) -> FoundItem:
    """The item in a document, and all problems: what is right is held to the rules, also beside what is wrong."""
    problems = slug_problems(document)
    if document.tree is None:
        return FoundItem(None, None, tuple(problems))
    declaration, tree, wrong_type = item_type(document, document.tree, declarations)
    problems += wrong_type
    item, wrong, broken = _right_part(declaration, document, tree)
    problems += wrong
    problems += broken_rules(item, document, broken) if item else []
    problems = mended_together(document, problems)
    entry = Entry(slug_of(document.path), item, document) if item else None
    if entry is None or problems or document.front.is_guessed:
        return FoundItem(None, entry, tuple(problems))
    return FoundItem(entry, None, tuple(_hints(entry.fields, document)))


def frame_entry(
    document: Document, folder: str, declarations: Declarations = DECLARATIONS
) -> tuple[Entry[FrameEntry] | None, tuple[Problem, ...]]:
    """The frame entry in a document. Broken fields are reported and dropped: the entry keeps its name and its page."""
    declaration = declarations.folders[folder]
    problems = id_problems(document) if declaration.LISTED else slug_problems(document)
    slug = slug_in(document)
    if not is_slug(slug) or (problems and declaration.LISTED):
        return None, tuple(problems)
    fields, wrong = _salvaged(declaration, document, slug)
    return Entry(slug, fields, document), tuple(mended_together(document, [*problems, *wrong]))


def slug_of(path: SourcePath) -> Slug:
    """The slug of a file's page: the name of the file without its extension."""
    return Slug(posixpath.splitext(posixpath.basename(path))[0])


def slug_in(document: Document) -> Slug:
    """The slug of a document's page: for an entry of a list its id, else the name of its file."""
    return Slug(str((document.tree or {}).get("id") or "")) if document.front.root else slug_of(document.path)


def id_problems(document: Document) -> list[Problem]:
    """The problem with the id of an entry of a list as the last word of an address, if there is one."""
    slug = slug_in(document)
    if not slug:
        return [told(document, (), Code.MISSING_KEY, {"key": "id"})]
    if slug in reserved_slugs():
        return [told(document, ("id",), Code.RESERVED_WORD, {"value": slug})]
    return [] if is_slug(slug) and len(slug) <= 100 else [told(document, ("id",), Code.BAD_SLUG, {"value": slug})]


def slug_problems(document: Document) -> list[Problem]:
    """The problem with a file's name as the last word of an address, if there is one."""
    slug = slug_of(document.path)
    if is_slug(slug) and slug not in reserved_slugs() and len(slug) <= 100:
        return []
    name, kind = posixpath.splitext(posixpath.basename(document.path))
    meant = slug_from(name)
    is_free = meant and meant not in {slug, *reserved_slugs()}
    words = {"name": posixpath.basename(document.path), "suggestion": f"{meant}{kind}" if is_free else ""}
    return [Problem(document.place(), Code.BAD_FILE_NAME, words)]


OF_A_TOMBSTONE = {"id", "type", "date", "status", "withdrawn_on", "reason", "aliases", "language"}


def _right_part(declaration: type[Item], document: Document, tree: Tree) -> tuple[Item | None, list[Problem], frozenset[str]]:
    """The item with the fields that are valid, the problems with the others, and the keys of those, as written and as meant.

    Of a withdrawn item only its own keys count, so that nothing else in its file can break its permalink.
    """
    counted = {key: value for key, value in tree.items() if key in OF_A_TOMBSTONE} if tree.get("status") == "withdrawn" else tree
    try:
        return declaration.model_validate(counted), [], frozenset()
    except ValidationError as error:
        problems = complaints(error, declaration, document)
        broken = frozenset(str(details["loc"][0]) for details in error.errors() if details["loc"])
    broken |= _keys_meant(problems, tree)
    right = {"id": id_meant(document.path), **{key: value for key, value in counted.items() if key not in broken}}
    try:
        return declaration.model_validate(right), problems, broken
    except ValidationError:
        return None, problems, broken


def _keys_meant(problems: Iterable[Problem], tree: Tree) -> frozenset[str]:
    """The keys that misspelt ones at the top of a front matter stand for."""
    misspelt = (problem.parameters for problem in problems if problem.code in {Code.UNKNOWN_KEY, Code.MISSING_COLON})
    return frozenset(str(words["suggestion"]) for words in misspelt if words["key"] in tree and "suggestion" in words)


def _salvaged(declaration: type[FrameEntry], document: Document, slug: Slug) -> tuple[FrameEntry, list[Problem]]:
    """The fields that are valid, and the problems with the others. A missing name becomes the slug, so that no reference breaks.

    With a status that cannot be understood it is a draft: that may be what was meant.
    """
    tree = dict(document.tree or {})
    fallback = {"name": slug.replace("-", " ").capitalize()}
    problems: list[Problem] = []
    try:
        fields = declaration.model_validate(tree)
    except ValidationError as error:
        problems = complaints(error, declaration, document)
        broken = {str(details["loc"][0]) for details in error.errors()}
        unsure = {"status": "draft"} if "status" in broken | _keys_meant(problems, tree) else {}
        fields = declaration.model_validate({**{key: value for key, value in tree.items() if key not in broken}, **unsure})
    if document.tree is not None:
        problems += [*ends_before_start(fields, document), *repeated_meetings(fields, document), *skipped_moments(fields, document)]
        problems += [told(document, *finding) for finding in untitled(fields)]
        problems += _frame_lacks(fields, document, {_field_of(problem) for problem in problems} | _keys_meant(problems, tree))
    return (fields if fields.name else fields.model_copy(update=fallback)), problems


def _field_of(problem: Problem) -> str:
    """The key at the top of a front matter that a problem is about: `steps` for `steps[1].text`."""
    return re.split(r"[.\[]", str(problem.parameters.get("key")))[0]


def _frame_lacks(fields: FrameEntry, document: Document, reported: Iterable[str]) -> list[Problem]:
    lacking = (spec.key for spec in fields_of(type(fields)) if spec.to_publish and not getattr(fields, spec.attribute))
    return [Problem(document.place((key,)), Code.MISSING_KEY, {"key": key}) for key in lacking if key not in reported]


def _hints(item: Item, document: Document) -> list[Problem]:
    if item.status != "draft":
        return []
    missing: KeyPath = still_missing(item)
    return [told(document, (), Code.STILL_MISSING, {"keys": ", ".join(str(key) for key in missing)})] if missing else []
