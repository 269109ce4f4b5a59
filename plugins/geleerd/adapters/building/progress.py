"""How far long work is: a bar on a terminal, and nothing in a log."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

_FEW = 20
"""As many things as are done before anybody looks for a bar."""

_T = TypeVar("_T")


def with_bar(things: Iterable[_T], label: str, length: int) -> Iterator[_T]:
    """The things, one by one, with a bar on the terminal meanwhile: there it disturbs no output."""
    if length <= _FEW or not sys.stderr.isatty():
        yield from things
        return
    with click.progressbar(things, length=length, label=label, file=sys.stderr) as bar:
        yield from bar
