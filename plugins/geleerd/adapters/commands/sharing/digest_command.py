"""`geleerd digest`."""

from collections.abc import Mapping
from pathlib import Path

import click

from geleerd.adapters.commands.sharing.digest import DIGEST_FORMATS, digest_in
from geleerd.adapters.commands.sharing.wanted import Wanted, WantedError, month_before, selection_of
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.adapters.outside.clock import today
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.load import settings_around
from geleerd.locale.catalogue import catalogue
from geleerd.reading import library_of


@click.command(name="digest", cls=SpokenCommand)
@click.option("--since", metavar="DATE")
@click.option("--until", metavar="DATE")
@click.option("--last-month", is_flag=True)
@click.option("--network", metavar="NAME", multiple=True)
@click.option("--theme", metavar="NAME", multiple=True)
@click.option("--programme", metavar="NAME", multiple=True)
@click.option("--type", metavar="TYPE", multiple=True)
@click.option("--format", "form", type=click.Choice(DIGEST_FORMATS), default="html", show_default=True)
def digest_command(since: str | None, until: str | None, form: str, *, last_month: bool, **facets: tuple[str, ...]) -> None:
    """Prints the newsletter."""
    settings = settings_around(Path.cwd())
    try:
        wanted = _wanted(since, until, month_before(today()) if last_month else None, facets)
        library = library_of(settings)
        digest = digest_in(form, selection_of(wanted, library), library, settings)
    except WantedError as error:
        raise RefusalError(catalogue(settings.language).console(error.key, **error.words)) from None
    click.echo(digest, nl=False)


def _wanted(since: str | None, until: str | None, month: str | None, facets: Mapping[str, tuple[str, ...]]) -> Wanted:
    if (since is None) == (month is None) or (month and until):
        raise WantedError("digest-which-period")
    return Wanted(month or since, month or until, facets)
