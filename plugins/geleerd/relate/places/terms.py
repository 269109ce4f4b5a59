"""The pages of the glossary: one while it is short, and more when it is not."""

from collections.abc import Iterable, Mapping

from geleerd.model.declarations.part_types import Term
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.relate.places.addresses import Addresses

TERMS_PER_PAGE = 100
"""Most terms on one page of the glossary, each with its meaning."""


def pages_of_terms(terms: Iterable[Term], addresses: Addresses) -> Mapping[str, Address]:
    """The page on which each term stands, by its anchor and in the order of the glossary."""
    anchors = sorted({term.anchor for term in terms})
    return Frozen({anchor: addresses.place("glossary", 1 + at // TERMS_PER_PAGE) for at, anchor in enumerate(anchors)})
