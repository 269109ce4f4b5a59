"""The key of a type on the command line: one of the types of the knowledge base around, those of its owner too."""

from collections.abc import Callable, Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from geleerd.adapters.settings.load import find_settings
from geleerd.model.declarations.registry import Declarations


class TypeKey(click.ParamType[str]):
    """A word that must be among the types, which only the knowledge base tells."""

    name = "type"

    def __init__(self, among: Callable[[Declarations], Iterable[str]]) -> None:
        self._among = among

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself. Raises `click.BadParameter`, which names the types."""
        return str(self._known().convert(value, param, ctx))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The types that begin with what somebody wrote."""
        return self._known().shell_complete(ctx, param, incomplete)

    def _known(self) -> click.Choice[str]:
        return click.Choice(tuple(self._among(find_settings(Path.cwd()).declarations)))
