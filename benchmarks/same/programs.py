"""The commands of a package, found by its entry points, and what they say of themselves."""

import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import click

from benchmarks.same.calls import Program

Words = tuple[str, ...]


def programs_in(package: Path) -> Mapping[str, Program]:
    """The commands, loaded. Ends the program unless every module of the product comes from the folder `package`."""
    commands = {name: _entry("console_scripts", name) for name in ("geleerd", "mkdocs")}
    plugin = _entry("mkdocs.plugins", "geleerd")
    programs = {name: entry.load() for name, entry in commands.items()}
    plugin.load()
    ours = {entry.module.partition(".")[0] for entry in (plugin, commands["geleerd"])}
    for name, module in sorted(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if name.partition(".")[0] in ours and file and not Path(file).resolve().is_relative_to(package):
            sys.exit(f"{name} comes from {file}, not from {package}")
    return programs


def _entry(group: str, name: str) -> EntryPoint:
    (found,) = entry_points(group=group, name=name)
    return found


def all_commands(command: click.Command, words: Words) -> Iterator[Words]:
    """A command and all below it, as they are called."""
    yield words
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            yield from all_commands(command_of(command, name), (*words, name))


def command_of(group: click.Group, name: str) -> click.Command:
    """A command of a group, which may load it only now. Ends the program when there is none."""
    return group.get_command(click.Context(group), name) or sys.exit(f"There is no command {name}.")


def written_out(lines: Iterable[str], program: click.Group) -> Iterator[Words]:
    """Lines as a person types them, in words; one with a `*` for every choice that the command has there."""
    for line in lines:
        words = tuple(shlex.split(line))
        if "*" not in words:
            yield words
            continue
        place = words.index("*")
        for choice in _choices(command_of(program, words[1]), words[place - 1]):
            yield (*words[:place], choice, *words[place + 1 :])


def _choices(command: click.Command, before: str) -> tuple[str, ...]:
    """What can be chosen after an option, or as the argument after the name of the command."""
    of_option = [parameter for parameter in command.params if before in parameter.opts]
    (parameter, *_) = of_option or [parameter for parameter in command.params if isinstance(parameter, click.Argument)]
    if not isinstance(parameter.type, click.Choice):
        sys.exit(f"{command.name} has no choices after {before}")
    return tuple(parameter.type.choices)
