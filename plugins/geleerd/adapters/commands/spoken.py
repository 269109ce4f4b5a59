"""Commands that explain themselves, and refuse what is wrong, in the language of the knowledge base around."""

import re
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

if TYPE_CHECKING:
    from geleerd.locale.catalogue import Catalogue

_ASKING = (core, decorators, exceptions, formatting, parser, termui, types)

_SAID_LATER = {"Show this message and exit.", "Show the version and exit.", "file", "directory", "path"}
"""What click asks when a command is declared: whoever only runs it waits for no catalogue."""

_PLACEHOLDER = re.compile(r"[A-Z_]{2,}")

_asked: ContextVar[str] = ContextVar("asked", default="")
"""The language that somebody asks for on the command line."""


def words_here() -> "Catalogue":
    """The catalogue in which a command speaks: that of the language that is asked for, or else of the knowledge base around."""
    from geleerd.locale.catalogue import catalogue  # noqa: PLC0415  # a command that says nothing waits for no catalogue
    from geleerd.model.settings import DEFAULT_LANGUAGE  # noqa: PLC0415  # as above

    return catalogue(_asked.get() or language_at(Path.cwd()) or DEFAULT_LANGUAGE)


@cache
def language_at(here: Path) -> str:
    """The language of the knowledge base around a folder; empty where there is none."""
    from geleerd.adapters.settings.load import language_around  # noqa: PLC0415  # as above

    return language_around(here)


class SpokenCommand(click.Command):
    """A command whose help is in the catalogues: below its name `about`, and the help of each option; common options below `every`."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401  # they are click's
        super().__init__(*given, **named)
        self._declared = {"options_metavar": self.options_metavar, **{parameter.name: parameter.metavar for parameter in self.params}}

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands behind the command. A language that is asked for there is spoken, whatever is wrong with the rest."""
        _asked.set(_language_in(args) if any("--language" in parameter.opts for parameter in self.params) else "")
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """How the command is written: click asks this first, for the help and for each refusal."""
        self.speak(ctx)
        return super().collect_usage_pieces(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """What the command does, in short."""
        self.help = self.text("about", words_here().entries)
        return super().get_short_help_str(limit)

    def speak(self, ctx: click.Context) -> None:
        """Take all texts of the command from the catalogue."""
        entries = words_here().entries
        self.help = self.text("about", entries)
        self.options_metavar = _placed(self._declared["options_metavar"], entries)
        for parameter in self.get_params(ctx):
            parameter.metavar = _placed(self._declared.get(parameter.name), entries)
            if isinstance(parameter, click.Option):
                parameter.help = self.text(max(parameter.opts, key=len).lstrip("-"), entries)

    def text(self, key: str, entries: Mapping[str, Any]) -> str:
        """A text of the command. Raises `KeyError` where the catalogue lacks it."""
        return str(entries["commands"].get(self.name, {}).get(key) or entries["commands"]["every"][key])


class SpokenPath(click.Path):
    """A path; what is wrong with it is said in the language of the command."""

    def __init__(self, *, exists: bool = False, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(exists=exists, file_okay=file_okay, dir_okay=dir_okay, path_type=Path)
        self._kind = self.name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401  # they are click's
        """The path itself. Raises `click.BadParameter`."""
        self.name = words_here().entries["click"][self._kind]
        return super().convert(value, param, ctx)


def _language_in(args: list[str]) -> str:
    from geleerd.locale.catalogue import LANGUAGES  # noqa: PLC0415  # as above

    pairs = zip(args, [*args, ""][1:], strict=True)
    given = [after if name == "--language" else name.partition("=")[2] for name, after in pairs if name.split("=")[0] == "--language"]
    return given[-1] if given and given[-1] in LANGUAGES else ""


def _placed(metavar: str | None, entries: Mapping[str, Any]) -> str | None:
    """What stands for what somebody fills in, in the language; None stays None."""
    return metavar and _PLACEHOLDER.sub(lambda found: str(entries["placeholders"][found[0]]), metavar)


def teach_click() -> None:
    """Let click speak the language, too: it asks for each sentence by its English words, as gettext does, in each of its modules."""
    for module in _ASKING:
        _teach(module)


def _teach(module: ModuleType) -> None:
    for name, words in (("_", _said), ("ngettext", _counted)):
        if hasattr(module, name):
            setattr(module, name, words)


def _said(sentence: str) -> str:
    return sentence if sentence in _SAID_LATER else str(words_here().entries["click"].get(sentence, sentence))


def _counted(one: str, other: str, count: int) -> str:
    return _said(one if count == 1 else other)
