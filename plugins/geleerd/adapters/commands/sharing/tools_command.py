"""`geleerd tools`."""

from pathlib import Path

import click

from geleerd.adapters.commands.printable import printable
from geleerd.adapters.commands.sharing.sheet_files import SheetsError, sheet_files
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.outside.replaced_file import replace_file
from geleerd.adapters.settings.load import settings_around
from geleerd.locale.catalogue import catalogue
from geleerd.reading import library_of


@click.command(name="tools", cls=SpokenCommand)
@click.option("--check", is_flag=True)
@click.pass_context
def tools_command(context: click.Context, *, check: bool) -> None:
    """Writes the sheets to print."""
    settings = settings_around(Path.cwd())
    words = catalogue(settings.language)
    try:
        files = sheet_files(settings, library_of(settings))
    except SheetsError as error:
        raise RefusalError(words.console(error.key, **error.words)) from None
    except ImportError:
        raise RefusalError(words.console("tools-typst")) from None
    old = {path: data for path, data in files.items() if not _holds(settings.root / path, data)}
    for path, data in old.items():
        if not check:
            replace_file(settings.root / path, data)
        click.echo(words.console("tools-old" if check else "tools-made", path=printable(path)))
    if not old:
        click.echo(words.console("tools-same", count=len(files)))
    context.exit(1 if check and old else 0)


def _holds(file: Path, data: bytes) -> bool:
    return file.is_file() and file.read_bytes() == data
