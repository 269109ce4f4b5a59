"""The key of a type on the command line: one of the types of the knowledge base around, those of its owner too."""

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from geleerd.adapters.settings.load import find_settings
from geleerd.model.declarations.registry import Declarations


class TypeKey(click.ParamType[str]):
    """A word that must be among the types, which only the knowledge base tells."""

    name = "type"

    def __init__(self, among: Callable[[Declarations], Iterable[str]]) -> None:
        self._among = among

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself. Raises `click.BadParameter`, which names the types."""
        known = click.Choice(tuple(self._among(find_settings(Path.cwd()).declarations)))
        return str(known.convert(value, param, ctx))
