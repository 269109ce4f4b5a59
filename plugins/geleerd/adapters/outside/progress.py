"""How far long work is: a bar on a terminal, and nothing in a log."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TypeVar

import click

from geleerd.guard import showing
from geleerd.locale.catalogue import Catalogue

_FEW = 20
"""As many things as are done before anybody looks for a bar."""

_GONE = "\x1b[1A\x1b[2K"
"""What takes the line above away on a terminal."""

_T = TypeVar("_T")


def with_bar(things: Iterable[_T], label: str, length: int) -> Iterator[_T]:
    """The things, one by one, with a bar on the terminal meanwhile, which goes when it is full: there it disturbs no output."""
    if length <= _FEW or not sys.stderr.isatty():
        yield from things
        return
    with click.progressbar(things, length=length, label=label, file=sys.stderr) as bar:
        yield from bar
    click.echo(_GONE, nl=False, file=sys.stderr)


def with_bars(words: Catalogue) -> AbstractContextManager[None]:
    """Show of each stage inside how far it is."""
    return showing(lambda things, stage: with_bar(things, words.console(f"progress-{stage}"), len(things)))
