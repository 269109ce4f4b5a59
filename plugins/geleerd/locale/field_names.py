"""The names of fields as readers of a form know them, for sentences about a file that has keys."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from geleerd.model.declarations.field_specs import fields_of
from geleerd.model.declarations.registry import DECLARATIONS
from geleerd.model.frozen import Frozen

_NUMBER = re.compile(r"\[[0-9]+\]")


def field_name(key: str, entries: Mapping[str, Any], type_key: str = "") -> str:
    """The label of a field, or of a field within it, in quotes; the key itself when no form has such a field.

    `key` is spelt as in a problem: `steps[2].minutes`. `entries` are those of a catalogue.
    """
    outer, *inner = _NUMBER.sub("", key).split(".")
    field = entries["fields"].get(outer)
    if not isinstance(field, Mapping) or "label" not in field:
        return key
    names = entries["fields"].get(type_key)
    own = names.get(outer) if isinstance(names, Mapping) and type_key != outer else None
    label = str(own or field["label"])
    within = _part_name(outer, inner[-1], entries) if inner else ""
    return f"“{label}: {within}”" if within else f"“{label}”"


def unknown_name(key: str, entries: Mapping[str, Any], type_key: str = "") -> str:
    """A key that nobody knows, as it was written, behind the label of the field that it stands in: `sources[1].auteur`."""
    outer, _, written = key.rpartition(".")
    around = field_name(outer, entries, type_key) if outer else ""
    return f"{around[:-1]}: {written}”" if around.startswith("“") else key


def _part_name(outer: str, key: str, entries: Mapping[str, Any]) -> str:
    parts = entries["parts"]
    # A part and a key may have the same name, as `source` has.
    inside = parts.get(_parts().get(outer, ""))
    own = inside.get(key) if isinstance(inside, Mapping) else None
    general = parts.get(key)
    field = entries["fields"].get(key)
    label = field.get("label") if isinstance(field, Mapping) else ""
    return str(own or (general if isinstance(general, str) else "") or label or "")


@cache
def _parts() -> Mapping[str, str]:
    """The name of the smaller declaration in each field that holds one, as the catalogues have it; of a key of several types, the first."""
    specs = (spec for declared in DECLARATIONS.types.values() for spec in fields_of(declared))
    found: dict[str, str] = {}
    for spec in specs:
        if spec.part:
            found.setdefault(spec.key, spec.part.__name__.lower())
    return Frozen(found)
