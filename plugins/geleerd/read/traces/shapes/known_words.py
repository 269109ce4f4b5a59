"""The words of `known_words.toml`, by what they are of."""

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Final


def _read() -> dict[str, frozenset[str]]:
    table = tomllib.loads(resources.files("geleerd.read.traces.shapes").joinpath("known_words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}


KNOWN: Final[Mapping[str, frozenset[str]]] = _read()
