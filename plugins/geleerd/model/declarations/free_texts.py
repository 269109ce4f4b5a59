"""The keys whose value is a text in somebody's own words, wherever they stand in a front matter or a list of words."""

from collections.abc import Iterator
from functools import cache

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import FieldSpec, fields_of
from geleerd.model.declarations.part_types import Choice, Term
from geleerd.model.declarations.registry import DECLARATIONS


@cache
def free_text_keys() -> frozenset[str]:
    """These keys; not those that mean a choice in another place, since nobody knows the place before all is read."""
    specs = [spec for declaration in _declarations() for spec in fields_of(declaration)]
    return frozenset(spec.key for spec in specs if _is_free(spec)) - {spec.key for spec in specs if spec.choices or spec.target}


def _is_free(spec: FieldSpec) -> bool:
    return spec.part is None and (spec.prose or spec.markdown or spec.key in {"title", "questions"})


def _declarations() -> Iterator[type[Declared]]:
    to_do: list[type[Declared]] = [*DECLARATIONS.item_types.values(), *DECLARATIONS.frame_types.values(), Term, Choice]
    while to_do:
        declaration = to_do.pop()
        yield declaration
        to_do += [spec.part for spec in fields_of(declaration) if spec.part]
