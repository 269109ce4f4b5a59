"""What may stand at a place in a front matter: keys that are not there yet, choices, and names of other entries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geleerd.contribute.editing.fields_at import FieldAt, KnownFields
from geleerd.contribute.editing.spot import CursorSpot, spot_at, type_written
from geleerd.model.strings import SourcePath

VALUES_OFFERED = 200
"""Names of entries that are offered at once; whoever types more letters gets the others."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to put in the place of what was typed: a text, what readers call it, and what it means. `is_key`: the key of a field."""

    text: str
    name: str
    note: str = ""
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """All that is offered at a place, the best first. `is_cut`: there is more than could be offered."""

    spot: CursorSpot
    found: tuple[Offer, ...]
    is_cut: bool = False


def offers_at(known: KnownFields, path: SourcePath, lines: Sequence[str], number: int, column: int) -> Offers | None:
    """What may stand at a column of a line, counted from 0; None where nothing is known of the place."""
    spot = spot_at(lines, number, column)
    if spot is None:
        return None
    type_key = type_written(lines)
    keys = _keys(known.at(path, type_key, spot.path), spot) if spot.takes_key else ()
    field = known.around(path, type_key, spot)
    values = [Offer(option.value, option.name, option.note) for option in field.options] if field else []
    fitting = [offer for offer in values if _fits(offer, spot.typed)]
    return Offers(spot, (*keys, *fitting[:VALUES_OFFERED]), is_cut=len(fitting) > VALUES_OFFERED)


def _keys(fields: Iterable[FieldAt], spot: CursorSpot) -> tuple[Offer, ...]:
    """The keys that are not there yet, those that publication needs first."""
    lacking = [field for field in fields if field.key not in spot.beside]
    ordered = sorted(lacking, key=lambda field: not field.is_needed)
    return tuple(Offer(field.key + _after(field, spot), field.label, field.help, is_key=True) for field in ordered)


def _after(field: FieldAt, spot: CursorSpot) -> str:
    return ":" + field.goes_on.replace("\n", "\n" + " " * spot.indent) if field.goes_on and not spot.inline else ": "


def _fits(offer: Offer, typed: str) -> bool:
    """Whether all words that were typed stand in what is offered, so that a name finds its slug."""
    whole = f"{offer.text} {offer.name}".casefold()
    return all(word in whole for word in typed.casefold().split())
