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
    own = entries["fields"].get(type_key, {}).get(outer) if type_key not in {"", outer} else None
    label = str(own or field["label"])
    within = _part_name(outer, inner[-1], entries) if inner else ""
    return f"“{label}: {within}”" if within else f"“{label}”"


def _part_name(outer: str, key: str, entries: Mapping[str, Any]) -> str:
    parts = entries["parts"]
    own = parts.get(_parts().get(outer, ""), {}).get(key)
    general = parts.get(key)
    label = entries["fields"].get(key, {}).get("label", "")
    return str(own or (general if isinstance(general, str) else "") or label)


@cache
def _parts() -> Mapping[str, str]:
    """The name of the smaller declaration in each field that holds one, as the catalogues have it."""
    specs = (spec for declared in DECLARATIONS.types.values() for spec in fields_of(declared))
    return Frozen({spec.key: spec.part.__name__.lower() for spec in specs if spec.part})
