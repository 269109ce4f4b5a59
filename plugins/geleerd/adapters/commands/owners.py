"""The commands for whoever keeps a site: a new one, a copy, and its links."""

from pathlib import Path

import click
from mkdocs.exceptions import MkDocsException

from geleerd.adapters.commands.archive import NoPlaceError
from geleerd.adapters.commands.archive import archive as write_archive
from geleerd.adapters.commands.check_links import Round, ask_others, inward_lines, outward_lines
from geleerd.adapters.commands.init import init as create
from geleerd.adapters.outside.clock import today
from geleerd.adapters.outside.written_site import read_site
from geleerd.adapters.settings.project import CONFIG, find_project
from geleerd.locale.catalogue import catalogue


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Maak in DIR een nieuwe kennisbank, met van elke soort één voorbeeld.

    Bijvoorbeeld: geleerd init mijn-kennisbank
    """
    words = catalogue("nl")
    try:
        written = create(folder)
    except FileExistsError:
        raise click.UsageError(words.console("init-not-empty", path=folder)) from None
    click.echo(words.console("init-written", count=len(written), path=folder))
    click.echo(words.console("init-next", path=folder))


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def archive(folder: Path) -> None:
    """Maak in DIR een kopie van de site die zonder server opengaat: vanaf een schijf, een stick of uit een archief.

    Bijvoorbeeld: geleerd archive kopie-2026. Open daarna kopie-2026/index.html.
    """
    project = find_project(Path.cwd())
    words = catalogue(project.language)
    if not (project.folders.root / CONFIG).is_file():
        raise click.UsageError(words.console("no-such-path", path=CONFIG))
    try:
        pages = write_archive(project, folder, today())
    except NoPlaceError as error:
        raise click.UsageError(words.console(error.key, path=folder)) from None
    except MkDocsException as error:
        raise click.ClickException(str(error)) from None
    click.echo(words.console("archive-written", count=pages, path=folder))


@click.command()
@click.argument("folder", metavar="SITE_DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--external", is_flag=True, help="Vraag ook andere sites of hun adressen nog bestaan. Dat verandert niets aan hoe de opdracht eindigt."
)
@click.option(
    "--cache",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Onthoud de antwoorden van andere sites in dit bestand.",
)
@click.option("--days", metavar="DAGEN", type=click.IntRange(0, 3650), default=14, show_default=True, help="Hoe lang zo'n antwoord geldt.")
@click.option(
    "--limit", metavar="N", type=click.IntRange(0), default=500, show_default=True, help="Hoeveel adressen hoogstens gevraagd worden."
)
def links(folder: Path, cache: Path | None, days: int, limit: int, *, external: bool) -> None:
    """Kijk na of elke link op een gebouwde site ergens heen leidt: pagina's, bestanden, en de plekken daarin.

    Bijvoorbeeld: geleerd links site. De opdracht eindigt met 1 als een link binnen de site nergens heen leidt.
    """
    project = find_project(Path.cwd())
    words = catalogue(project.language)
    site = read_site(folder, project.site_url)
    broken = inward_lines(site, words)
    for line in broken:
        click.echo(line)
    click.echo(words.console("links-total", count=len(broken)) if broken else words.console("links-clean", count=len(site.pages)))
    if external:
        try:
            outcome = ask_others(site, Round(today(), cache, days, limit))
        except ValueError:
            raise click.UsageError(words.console("links-cache", path=cache)) from None
        except OSError:
            raise click.UsageError(words.console("links-cache-place", path=cache)) from None
        for line in outward_lines(site, outcome, words):
            click.echo(line)
    raise SystemExit(1 if broken else 0)
