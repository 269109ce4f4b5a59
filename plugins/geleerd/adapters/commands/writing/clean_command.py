"""`geleerd clean`."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import click

from geleerd.adapters.commands.printable import printable
from geleerd.adapters.commands.spoken import SpokenCommand, SpokenPath, words_here
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.outside.replaced_file import replace_file
from geleerd.contribute.cleaning.cleaned import cleaned
from geleerd.contribute.cleaning.reasons import CannotCleanError
from geleerd.locale.catalogue import Catalogue
from geleerd.model.file_kinds import ending
from geleerd.model.limits import LARGEST_LOOKED_INTO


@click.command(name="clean", cls=SpokenCommand)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=SpokenPath(dir_okay=False))
@click.option("--in-place", is_flag=True)
@click.pass_context
def clean_command(context: click.Context, files: tuple[Path, ...], *, in_place: bool) -> None:
    """Writes copies of files that tell no more than they show."""
    words = words_here()
    for file in files:
        if not file.is_file():
            raise RefusalError(words.console("no-such-path", path=printable(str(file))))
    outcomes = [_cleaned(file, words, in_place=in_place) for file in files]
    context.exit(0 if all(outcomes) else 1)


def _cleaned(file: Path, words: Catalogue, *, in_place: bool) -> bool:
    """Whether the file is clean now or has a clean copy."""
    shown = printable(file.as_posix())
    try:
        with file.open("rb") as opened:
            clean = cleaned(opened.read(LARGEST_LOOKED_INTO + 1), file.as_posix())
    except CannotCleanError as error:
        click.echo(words.console(f"clean-cannot-{error.reason}", path=shown, found=words.facts(error.left) if error.left else ""), err=True)
        return False
    if clean is None:
        click.echo(words.console("clean-nothing", path=shown))
    elif in_place and clean.kind == ending(file.name):
        replace_file(file, clean.data)
        click.echo(words.console("clean-replaced", path=shown, found=words.facts(clean.lost)))
    else:
        copy = _written(_names(file, clean.kind, words), clean.data)
        click.echo(words.console("clean-written", path=shown, copy=printable(copy.as_posix()), found=words.facts(clean.lost)))
    return True


def _names(file: Path, kind: str, words: Catalogue) -> Iterator[Path]:
    """The names that a copy may have: a file of another kind keeps its own, and then a number follows."""
    stem = f"{file.stem}-{words.console('clean-suffix')}"
    if kind != ending(file.name):
        yield file.with_name(f"{file.stem}.{kind}")
    yield file.with_name(f"{stem}{file.suffix if kind == ending(file.name) else f'.{kind}'}")
    yield from (file.with_name(f"{stem}-{number}.{kind}") for number in count(2))


def _written(names: Iterator[Path], data: bytes) -> Path:
    """The first free name, with these bytes under it."""
    for path in names:
        try:
            with path.open("xb") as copy:
                copy.write(data)
        except FileExistsError:
            continue
        return path
    raise AssertionError  # the names never end
