"""A line that begins with the name of a field but not with a key: its colon is forgotten, or another sign stands there."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from geleerd.locale.catalogue import catalogues
from geleerd.model.declarations.field_specs import fields_of, keys_of
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import DECLARATIONS
from geleerd.model.frozen import Frozen

_SIGN = re.compile(r"""["']?(?P<name>\w[\w' -]{0,40}?)["']? ?(?::|=|;|：|[-–]\s)\s*(?P<value>.*)""")
_MOST_WORDS = 4
"""Most words of a name that stands before a text without any sign between them."""


def with_colon(lines: Sequence[str], number: int) -> Iterator[str]:
    """The line with the key and the colon that were meant, its text as it is or in quotes; nothing when that field stands elsewhere."""
    line = lines[number].rstrip()
    key, value = named_apart(line)
    if key not in _keys_of_type(lines) or any(re.match(rf"{key}\s*:", other) for other in lines):
        return
    yield f"{key}: {value}".rstrip()
    if value and value[0] not in "[{":
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}"


def _keys_of_type(lines: Sequence[str]) -> Collection[str]:
    """The keys of the type of item that the lines name; all keys when they name none."""
    said = next((line[len("type:") :].strip().strip("\"'") for line in lines if line.startswith("type:")), "")
    declared = DECLARATIONS.item_types.get(said)
    return keys_of(declared) if declared else _names(is_strict=True).values()


def named_apart(line: str) -> tuple[str, str]:
    """The key that a line begins with the name of, and the text behind it; both empty for any other line."""
    return _by_sign(line) or _by_space(line) or ("", "")


def _by_sign(line: str) -> tuple[str, str] | None:
    found = _SIGN.fullmatch(line)
    key = _names(is_strict=False).get(found["name"].strip().casefold()) if found else None
    return (key, found["value"].removesuffix(",")) if found and key else None


def _by_space(line: str) -> tuple[str, str] | None:
    words = line.split(" ")
    heads = (" ".join(words[:count]) for count in range(min(_MOST_WORDS, len(words)), 0, -1))
    return next(((_names(is_strict=True)[head], line[len(head) :].strip()) for head in heads if head in _names(is_strict=True)), None)


@cache
def _names(*, is_strict: bool) -> Mapping[str, str]:
    """The keys by their names in small letters; `is_strict`: as forms write them, since words such as `doel` begin other texts too.

    What every item needs has its name in small letters then too.
    """
    keys = {spec.key for declared in DECLARATIONS.types.values() for spec in fields_of(declared)}
    needed = {spec.key for spec in fields_of(Item) if spec.to_publish}
    labels = [(words.label(key), key) for words in catalogues() for key in sorted(keys) if "label" in words.entries["fields"].get(key, {})]
    exact = dict(labels) if is_strict else {}
    small = {name.casefold(): key for name, key in labels if not is_strict or key in needed}
    return Frozen({**exact, **small, **{key: key for key in keys}})
