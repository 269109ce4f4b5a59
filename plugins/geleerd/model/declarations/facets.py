"""The facets that readers filter by, from the marks in the declarations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geleerd.model.declarations.field_specs import FieldSpec, fields_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.marks import Facet


@dataclass(frozen=True, slots=True)
class DeclaredFacet:
    """A facet, a field that carries it, and the types that declare such a field themselves. `shared`: all types have the field."""

    mark: Facet
    spec: FieldSpec
    types: tuple[str, ...]
    shared: bool

    @property
    def key(self) -> str:
        """Its parameter in the address of the search page."""
        return self.mark.key


def declared_facets(items: Iterable[type[Item]], frame: Iterable[type[FrameEntry]]) -> tuple[DeclaredFacet, ...]:
    """The facets of these types in their order: first those with a place, then the others in the order of declaration."""
    found: dict[str, DeclaredFacet] = {}
    for facet in (*_of_items(tuple(items)), *_passed_on(frame)):
        found.setdefault(facet.key, facet)
    return tuple(sorted(found.values(), key=lambda facet: facet.mark.place))


def _of_items(items: tuple[type[Item], ...]) -> Iterator[DeclaredFacet]:
    for spec in fields_of(Item):
        if spec.facet:
            yield DeclaredFacet(spec.facet, spec, tuple(declared.KEY for declared in items), shared=True)
    for declared in items:
        for spec in fields_of(declared):
            if spec.facet:
                having = (other.KEY for other in items if spec.facet.key in {own.facet.key for own in fields_of(other) if own.facet})
                yield DeclaredFacet(spec.facet, spec, tuple(having), shared=False)


def _passed_on(frame: Iterable[type[FrameEntry]]) -> Iterator[DeclaredFacet]:
    specs = (spec for declared in frame for spec in fields_of(declared))
    return (DeclaredFacet(spec.facet, spec, (), shared=True) for spec in specs if spec.facet and spec.passes_on)
