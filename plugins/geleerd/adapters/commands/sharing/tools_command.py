"""`geleerd tools`."""

from pathlib import Path

import click

from geleerd.adapters.commands.printable import printable
from geleerd.adapters.commands.sharing.sheet_files import SheetsError, sheet_files
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.outside.replaced_file import replace_file
from geleerd.adapters.settings.load import settings_around
from geleerd.locale.catalogue import catalogue
from geleerd.reading import library_of


@click.command(name="tools")
@click.option("--check", is_flag=True, help="Schrijf niets; zeg welke bestanden verouderd zijn.")
@click.pass_context
def tools_command(context: click.Context, *, check: bool) -> None:
    """Maak de bladen om mee te nemen: van elk blad in hulpmiddelen.yml een PDF en een ODT, naast de bijdrage waar het bij hoort.

    Noem ze in die bijdrage bij attachments. Wie iets verandert aan de bijdrage, de succesfactoren of het blad, maakt ze opnieuw.
    """
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
