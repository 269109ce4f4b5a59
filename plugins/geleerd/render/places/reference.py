"""The contributor's reference: every field of every type, and every message of the check, taken from the declarations, and the drawings."""

from dataclasses import dataclass
from typing import get_args

from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import fields_of, keys_of
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.urls import relative
from geleerd.read.drawings.family import family
from geleerd.relate.library import Library


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """The facts about one field that a contributor needs; `parts` are the keys inside it, `values` its choices."""

    key: str
    label: str
    help: str
    required: bool
    parts: tuple[str, ...]
    values: Frozen[str, str]


@dataclass(frozen=True, slots=True)
class TypeHelp:
    """The fields of one type."""

    key: str
    name: str
    what: str
    fields: tuple[FieldHelp, ...]


def reference_page(library: Library) -> Page:
    """The page with all fields, drawings and messages."""
    catalogue = library.catalogue
    address = library.addresses.reference()
    title = catalogue.say("reference")
    crumbs = [Link(catalogue.say("home"), relative(address, ""))]
    if library.contribute:
        crumbs.append(Link(catalogue.say("contribute"), relative(address, library.contribute)))
    own = {name: relative(address, place) for name, place in library.own_drawings.items()}
    values = {
        "page": Frozen({"title": title, "breadcrumbs": tuple(crumbs)}),
        "types": tuple(_type_help(key, declaration, catalogue) for key, declaration in library.declarations.types.items()),
        "drawings": Frozen({**{name: name for name in family()}, **own}),
        "messages": Frozen({code: catalogue.entries["problems"][code] for code in sorted(Code)}),
    }
    shown = Shown("pages/reference.html", Frozen(values))
    return Page(address, title, catalogue.say("reference-description"), shown, breadcrumbs=tuple(crumbs))


def _type_help(key: str, declaration: type[Declared], catalogue: Catalogue) -> TypeHelp:
    fields = tuple(
        FieldHelp(
            key=spec.key,
            label=catalogue.label(spec.key, key),
            help=catalogue.help(spec.key, key),
            required=spec.to_publish or spec.key == "id",
            parts=_parts(declaration.model_fields[spec.attribute].annotation),
            values=Frozen({value: catalogue.value(spec.key, value) for value in spec.choices}),
        )
        for spec in fields_of(declaration)
    )
    return TypeHelp(key, catalogue.type_name(key), catalogue.type_description(key), fields)


def _parts(annotation: object) -> tuple[str, ...]:
    if isinstance(annotation, type) and issubclass(annotation, Declared):
        return keys_of(annotation)
    return next((found for part in get_args(annotation) if (found := _parts(part))), ())
