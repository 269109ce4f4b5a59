"""What a PDF may hold, from `keys.toml`."""

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Final, NamedTuple, cast

from geleerd.model.documents import TraceKind

_TABLE: Final = tomllib.loads(resources.files("geleerd.read.traces.documents.pdf").joinpath("keys.toml").read_text(encoding="utf-8"))


class ValueRule(NamedTuple):
    """What a value may be.

    `kind` is that of a dictionary, and `scalar` the rule of any other value. `is_free`: a dictionary has names of its own choosing, and the
    kind is that of its values.
    """

    kind: str = ""
    scalar: str = "plain"
    is_free: bool = False


def _rule(written: str) -> ValueRule:
    first, _, second = written.partition("|")
    if first.startswith("{"):
        kind, _, scalar = first[1:].partition("}")
        return ValueRule(kind, second or scalar or "plain", is_free=True)
    return ValueRule(first, second or "plain") if first[0].isupper() else ValueRule(scalar=first)


RULES: Final[Mapping[str, Mapping[str, ValueRule]]] = {
    kind: {f"/{key}": _rule(written) for written, keys in (lines | _TABLE["Any"]).items() for key in keys.split()}
    for kind, lines in _TABLE.items()
    if kind[0].isupper()
}
"""The rules of the keys of each kind of dictionary."""

TELLING: Final[Mapping[str, TraceKind]] = {
    f"/{key}": cast("TraceKind", kind) for kind, keys in _TABLE["telling"].items() for key in keys.split()
}
"""What a key that nothing may have tells."""

WORDS: Final[Mapping[str, frozenset[str]]] = {name: frozenset(words.split()) for name, words in _TABLE["words"].items()}
"""The words of each list; those of `names` with their capitals, the others in small letters."""
