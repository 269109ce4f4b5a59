"""From a document to an entry with typed fields, or to its problems."""

import posixpath
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from pydantic import ValidationError

from geleerd.locale.catalogue import reserved_slugs
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import fields_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.documents import Document, Entry, Tree
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Problem
from geleerd.model.strings import Slug, SourcePath, is_slug
from geleerd.validate.did_you_mean import nearest, type_meant
from geleerd.validate.field_problems import complaints
from geleerd.validate.frame_rules import ends_before_start, repeated_meetings, skipped_moments
from geleerd.validate.item_rules import broken_rules, still_missing

AnyDeclaredT = TypeVar("AnyDeclaredT", bound=Declared)


def item_entry(document: Document, declarations: Declarations = DECLARATIONS) -> tuple[Entry[Item] | None, tuple[Problem, ...]]:
    """The item in a document; None when its own fields are invalid. A draft gets hints about what it still lacks."""
    problems = slug_problems(document)
    if document.tree is None:
        return None, tuple(problems)
    declaration, wrong_type = _item_type(document, document.tree, declarations)
    if declaration is None:
        return None, (*problems, *wrong_type)
    item, wrong = _validated(declaration, _tombstone(document) if document.tree.get("status") == "withdrawn" else document)
    problems += wrong
    problems += broken_rules(item, document) if item else []
    if item is None or problems:
        return None, tuple(problems)
    return Entry(slug_of(document.path), item, document), tuple(_hints(item, document))


def frame_entry(
    document: Document, folder: str, declarations: Declarations = DECLARATIONS
) -> tuple[Entry[FrameEntry] | None, tuple[Problem, ...]]:
    """The frame entry in a document. Broken fields are reported and dropped: the entry keeps its name and its page."""
    problems = slug_problems(document)
    declaration = declarations.folders[folder]
    slug = slug_of(document.path)
    if not is_slug(slug):
        return None, tuple(problems)
    fields, wrong = _salvaged(declaration, document, slug)
    problems += wrong
    return Entry(slug, fields, document), tuple(problems)


def slug_of(path: SourcePath) -> Slug:
    """The slug of a file's page: the name of the file without its extension."""
    return Slug(posixpath.splitext(posixpath.basename(path))[0])


def slug_problems(document: Document) -> list[Problem]:
    """The problem with a file's name as the last word of an address, if there is one."""
    slug = slug_of(document.path)
    if is_slug(slug) and slug not in reserved_slugs() and len(slug) <= 100:
        return []
    return [Problem(document.place(), Code.BAD_FILE_NAME, {"name": posixpath.basename(document.path)})]


def _item_type(document: Document, tree: Tree, declarations: Declarations) -> tuple[type[Item] | None, list[Problem]]:
    key = tree.get("type")
    if key is None:
        misspelt = nearest("type", (name for name in tree if name != "title"))
        return None, [Problem(document.place(), Code.MISSING_KEY, {"key": "type", "suggestion": misspelt})]
    if not isinstance(key, str) or key not in declarations.item_types:
        words = {"value": str(key), "choices": ", ".join(declarations.item_types), "suggestion": type_meant(str(key), declarations)}
        return None, [Problem(document.place(("type",)), Code.UNKNOWN_TYPE, words)]
    return declarations.item_types[key], []


OF_A_TOMBSTONE = {"id", "type", "date", "status", "withdrawn_on", "reason", "aliases", "language"}


def _tombstone(document: Document) -> Document:
    """The document with only the keys of a withdrawn item. Other keys in its file do not count, so none can break its permalink."""
    return replace(document, tree={key: value for key, value in (document.tree or {}).items() if key in OF_A_TOMBSTONE})


def _validated(declaration: type[AnyDeclaredT], document: Document) -> tuple[AnyDeclaredT | None, list[Problem]]:
    try:
        return declaration.model_validate(document.tree), []
    except ValidationError as error:
        return None, complaints(error, declaration, document)


def _salvaged(declaration: type[FrameEntry], document: Document, slug: Slug) -> tuple[FrameEntry, list[Problem]]:
    """The fields that are valid, and the problems with the others. A missing name becomes the slug, so that no reference breaks."""
    tree = dict(document.tree or {})
    fallback = {"name": slug.replace("-", " ").capitalize()}
    problems: list[Problem] = []
    try:
        fields = declaration.model_validate(tree)
    except ValidationError as error:
        problems = complaints(error, declaration, document)
        broken = {str(details["loc"][0]) for details in error.errors()}
        fields = declaration.model_validate({key: value for key, value in tree.items() if key not in broken})
    if document.tree is not None:
        problems += [*ends_before_start(fields, document), *repeated_meetings(fields, document), *skipped_moments(fields, document)]
        problems += _frame_lacks(fields, document, {str(p.parameters.get("key")) for p in problems})
    return (fields if fields.name else fields.model_copy(update=fallback)), problems


def _frame_lacks(fields: FrameEntry, document: Document, reported: Iterable[str]) -> list[Problem]:
    lacking = (spec.key for spec in fields_of(type(fields)) if spec.to_publish and not getattr(fields, spec.attribute))
    return [Problem(document.place(), Code.MISSING_KEY, {"key": key}) for key in lacking if key not in reported]


def _hints(item: Item, document: Document) -> list[Problem]:
    if item.status != "draft":
        return []
    missing: KeyPath = still_missing(item)
    return [Problem(document.place(), Code.STILL_MISSING, {"keys": ", ".join(str(key) for key in missing)})] if missing else []
