"""`geleerd init`."""

from pathlib import Path

import click

from geleerd.adapters.commands.keeping.init import init as create
from geleerd.adapters.output.output_error import OutputError
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.locale.catalogue import catalogue
from geleerd.model.settings import DEFAULT_LANGUAGE


@click.command(name="init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def init_command(folder: Path) -> None:
    """Maak in DIR een nieuwe kennisbank, met van elke soort één voorbeeld.

    Bijvoorbeeld: geleerd init mijn-kennisbank
    """
    words = catalogue(DEFAULT_LANGUAGE)
    try:
        written = create(folder)
    except FileExistsError:
        raise RefusalError(words.console("init-not-empty", path=folder)) from None
    except OutputError as error:
        raise RefusalError(words.console(error.key, **error.words)) from None
    click.echo(words.console("init-written", count=len(written), path=folder))
    click.echo(words.console("init-next", path=folder))
