"""`geleerd links`."""

from pathlib import Path

import click

from geleerd.adapters.commands.keeping.check_links import Round, ask_others, inward_lines, outward_lines
from geleerd.adapters.commands.spoken import SpokenCommand, SpokenPath
from geleerd.adapters.outside.clock import today
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.outside.progress import with_bar
from geleerd.adapters.outside.written_site import read_site
from geleerd.adapters.settings.load import find_settings
from geleerd.locale.catalogue import catalogue


@click.command(name="links", cls=SpokenCommand)
@click.argument("folder", metavar="SITE_FOLDER", type=SpokenPath(exists=True, file_okay=False))
@click.option("--external", is_flag=True)
@click.option(
    "--cache",
    metavar="FILE",
    type=SpokenPath(dir_okay=False),
)
@click.option("--days", metavar="DAYS", type=click.IntRange(0, 3650), default=14, show_default=True)
@click.option("--limit", metavar="NUMBER", type=click.IntRange(0), default=500, show_default=True)
def links_command(folder: Path, cache: Path | None, days: int, limit: int, *, external: bool) -> None:
    """Prints the links of a built site that lead nowhere."""
    settings = find_settings(Path.cwd())
    words = catalogue(settings.language)
    site = read_site(folder, settings.site_url, lambda files: with_bar(files, words.console("progress-read"), len(files)))
    if not any(name.endswith(".html") for name in site.pages):
        raise RefusalError(words.console("links-no-pages", folder=folder))
    broken = inward_lines(site, words)
    for line in broken:
        click.echo(line)
    click.echo(words.console("links-total", count=len(broken)) if broken else words.console("links-clean", count=len(site.pages)))
    if external:
        try:
            outcome = ask_others(site, Round(today(), cache, days, limit))
        except ValueError:
            raise RefusalError(words.console("links-cache", path=cache)) from None
        except OSError:
            raise RefusalError(words.console("links-cache-place", path=cache)) from None
        for line in outward_lines(site, outcome, words):
            click.echo(line)
    raise SystemExit(1 if broken else 0)
