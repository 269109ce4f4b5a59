"""Lays a piece of a catalogue over another, as an owner's own words lie over those of the package."""

from collections.abc import Mapping
from typing import Any


def laid_over(entries: Mapping[str, Any], piece: Mapping[str, Any]) -> dict[str, Any]:
    """A catalogue merged with a piece of another, table by table; the piece wins."""
    inner = {
        key: laid_over(entries[key], value)
        for key, value in piece.items()
        if isinstance(value, dict) and isinstance(entries.get(key), dict)
    }
    return {**entries, **piece, **inner}
