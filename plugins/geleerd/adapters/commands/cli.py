"""The commands beside `mkdocs build`. Each is loaded when it is called, so that none waits for the imports of another."""

import logging
import os
import signal
from collections import UserDict
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from geleerd import __version__
from geleerd.adapters.commands.spoken import SpokenCommand, language_at, teach_click, words_here
from geleerd.guard import StageError
from geleerd.model.frozen import Frozen

# pydantic looks for plugins of others among all installed packages: somebody waits for that, and no plugin has a say in what we read.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
teach_click()

_ROOMS = Frozen(
    {
        "agenda": "writing",
        "archive": "keeping",
        "build": "building",
        "check": "checking",
        "clean": "writing",
        "digest": "sharing",
        "doctor": "starting",
        "federate": "sharing",
        "forget": "keeping",
        "import": "importing",
        "init": "starting",
        "issue-forms": "importing",
        "language-server": "writing",
        "links": "keeping",
        "merge": "changing",
        "move": "changing",
        "new": "writing",
        "rename": "changing",
        "review": "changing",
        "schema": "writing",
        "serve": "building",
        "stale": "sharing",
        "stats": "sharing",
        "tools": "sharing",
        "upgrade": "keeping",
        "verify": "keeping",
        "withdraw": "changing",
    }
)
"""The commands, each with the room that has its module."""


class CommandsOnDemand(UserDict[str, Any]):
    """The commands by name. It holds only their rooms, and imports a command when somebody asks for it."""

    def __getitem__(self, name: str) -> click.Command:
        """The command of this name, from its own module. Raises `KeyError`."""
        found = f"{name.replace('-', '_')}_command"
        command: click.Command = getattr(import_module(f"geleerd.adapters.commands.{super().__getitem__(name)}.{found}"), found)
        return command


class Interruptible(SpokenCommand, click.Group):
    """A group of commands that ends with 130 when a person stops it, as other programs do, and with a sentence when anything goes wrong."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(128 + signal.SIGINT)
        except (StageError, OSError) as error:
            raise click.ClickException(_sentence_of(error)) from None

    def speak(self, ctx: click.Context) -> None:
        """Take all texts from the catalogue. Where no knowledge base says in which language, a line tells how to choose one."""
        super().speak(ctx)
        entries = words_here().entries
        self.subcommand_metavar = f"{entries['placeholders']['COMMAND']} …"
        self.epilog = None if language_at(Path.cwd()) else self.text("elsewhere", entries)


def _sentence_of(error: Exception) -> str:
    from geleerd.adapters.outside.mishap import sentence_of  # noqa: PLC0415  # no command waits for what it needs only when it fails

    return str(sentence_of(error, words_here()))


@click.group(
    name="geleerd",
    cls=Interruptible,
    commands=CommandsOnDemand(_ROOMS),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="geleerd", message="%(prog)s %(version)s")
@click.option("--verbose", is_flag=True)
def main(*, verbose: bool) -> None:
    """Runs the command that is asked for."""
    if verbose:
        to_programmers = logging.getLogger("mkdocs.plugins.geleerd")
        to_programmers.setLevel(logging.DEBUG)
        to_programmers.addHandler(logging.StreamHandler())


if __name__ == "__main__":
    main()
