"""The commands for programme staff: the newsletter, figures, and what must be looked at again."""

import datetime
from pathlib import Path

import click

from geleerd.adapters.commands.digest import FORMS, Wanted, WantedError, digest_in, selection_of
from geleerd.adapters.commands.figures import FIGURES, STALE
from geleerd.adapters.outside.clock import today
from geleerd.adapters.settings.project import find_project
from geleerd.locale.catalogue import catalogue
from geleerd.pipeline import library_of
from geleerd.relate.library import Library


@click.command()
@click.option("--since", required=True, metavar="DATE", help="De eerste dag: een dag, een maand of een jaar.")
@click.option("--until", metavar="DATE", help="De laatste dag; zonder deze loopt de periode door.")
@click.option("--network", metavar="SLUG", multiple=True, help="Alleen van dit netwerk; vaker te geven.")
@click.option("--theme", metavar="SLUG", multiple=True, help="Alleen over dit thema; vaker te geven.")
@click.option("--programme", metavar="SLUG", multiple=True, help="Alleen uit dit programma; vaker te geven.")
@click.option("--type", metavar="TYPE", multiple=True, help="Alleen van deze soort; vaker te geven.")
@click.option("--format", "form", type=click.Choice(FORMS), default="html", show_default=True, help="Waar het in komt.")
def digest(since: str, until: str | None, form: str, **facets: tuple[str, ...]) -> None:
    """Maak de nieuwsbrief: wat er sinds DATE bijkwam, met vaste links.

    Bijvoorbeeld: geleerd digest --since 2026-11 --format eml > nieuwsbrief.eml
    """
    project = find_project(Path.cwd())
    library = _library()
    try:
        selection = selection_of(Wanted(since, until, facets), library, project.site_url)
    except WantedError as error:
        raise click.UsageError(catalogue(project.language).console(error.key, **error.words)) from None
    click.echo(digest_in(form, selection, library, project), nl=False)


@click.command()
@click.option("--format", "form", type=click.Choice(tuple(FIGURES)), default="text", show_default=True, help="Voor wie de cijfers zijn.")
def stats(form: str) -> None:
    """Geef de cijfers van de kennisbank: dezelfde als op de pagina met cijfers.

    Bijvoorbeeld: geleerd stats --format csv > cijfers.csv
    """
    _print_file(FIGURES[form](_library(), today()))


@click.command()
@click.option("--format", "form", type=click.Choice(tuple(STALE)), default="text", show_default=True, help="Voor wie de lijst is.")
@click.option("--within", "days", metavar="DAGEN", type=click.IntRange(0, 3650), default=0, help="Noem ook wat binnen zoveel dagen komt.")
def stale(form: str, days: int) -> None:
    """Noem de bijdragen die opnieuw bekeken moeten worden: die waarvan de datum bij review_by voorbij is."""
    _print_file(STALE[form](_library(), today() + datetime.timedelta(days)))


def _library() -> Library:
    """The knowledge base around the current folder."""
    project = find_project(Path.cwd())
    return library_of(project.settings(today()))


def _print_file(text: str) -> None:
    """Print a text that may go to a file: the same bytes whatever the system's own encoding and line ends."""
    click.echo(text.encode(), nl=False)
