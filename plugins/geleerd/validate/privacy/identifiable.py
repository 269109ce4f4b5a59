"""Whether an anonymous item still points to one group: fields that are vague by themselves can identify a group together."""

from collections.abc import Iterable, Iterator

from geleerd.model.declarations.frame_types import Network
from geleerd.model.documents import Frame, ItemEntry
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem

SMALL = 12
"""A network with fewer members counts as small: everybody in it can guess who is meant."""


def identifiable(items: Iterable[ItemEntry], frame: Frame) -> Iterator[Problem]:
    """A hint for every anonymous item from a small network that also says where, when, or at which organisation."""
    for item in items:
        if item.fields.status == "withdrawn" or not _is_anonymous(item):
            continue
        for slug in item.fields.networks:
            network = frame["network"].get(slug)
            if network and isinstance(network.fields, Network) and _is_small(network.fields):
                yield from _hint(item, network.slug, network.fields)


def _hint(item: ItemEntry, slug: str, network: Network) -> Iterator[Problem]:
    keys = [key for key, narrows in _narrowing(item, network).items() if narrows]
    if keys:
        words = {"network": network.name or slug, "fields": ", ".join(("networks", *keys)), "keys": ", ".join(keys)}
        yield Problem(item.document.place((keys[0],)), Code.IDENTIFIABLE, words)


def _narrowing(item: ItemEntry, network: Network) -> dict[str, bool]:
    """For each key, whether its field tells more than the network already does."""
    fields = item.fields
    return {
        "region": bool(fields.region) and (fields.region or "").casefold() != (network.region or "").casefold(),
        "happened": fields.happened is not None,
        "applied_by": bool(fields.applied_by),
    }


def _is_anonymous(item: ItemEntry) -> bool:
    return not any(author.name or author.organisation for author in item.fields.authors)


def _is_small(network: Network) -> bool:
    if network.kind == "outside-source" or (network.count or 1) > 1:
        return False
    return network.kind == "partnership" or 0 < _size(network) < SMALL


def _size(network: Network) -> int:
    """The number of members: as a source counts them, or else as the entry names them; 0 when neither says."""
    total = network.members_total.value if network.members_total else ""
    return int(total) if total.isdecimal() else 0 if total else len(network.members)
