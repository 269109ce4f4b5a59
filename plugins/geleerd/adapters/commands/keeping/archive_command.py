"""`geleerd archive`."""

from pathlib import Path

import click

from geleerd.adapters.commands.keeping.archive import archive as write_archive
from geleerd.adapters.commands.keeping.changed_pages import write_changed_pages
from geleerd.adapters.commands.spoken import SpokenCommand, SpokenPath
from geleerd.adapters.output.output_error import OutputError
from geleerd.adapters.outside.git import RevisionError
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.configuration import CONFIG
from geleerd.adapters.settings.load import settings_around
from geleerd.locale.catalogue import catalogue


@click.command(name="archive", cls=SpokenCommand)
@click.argument("folder", metavar="FOLDER", type=SpokenPath(file_okay=False))
@click.option("--base", metavar="REVISION")
def archive_command(folder: Path, base: str | None) -> None:
    """Writes a copy of the site that opens without a server."""
    settings = settings_around(Path.cwd())
    words = catalogue(settings.language)
    if not (settings.root / CONFIG).is_file():
        raise RefusalError(words.console("no-such-path", path=CONFIG))
    try:
        pages = write_archive(settings, folder)
        changed = None if base is None else write_changed_pages(settings, base, folder)
    except FileExistsError:
        raise RefusalError(words.console("init-not-empty", path=folder)) from None
    except OutputError as error:
        raise RefusalError(words.console(error.key, **error.words)) from None
    except click.ClickException as error:  # MkDocs' own errors would print themselves in a way of their own
        raise click.ClickException(str(error)) from None
    except RevisionError as error:
        raise RefusalError(words.console(error.key, ref=base, detail=error.detail)) from None
    click.echo(words.console("archive-written", count=pages, path=folder))
    if changed:
        click.echo(words.console("archive-changed-written", path=changed))
