"""`geleerd upgrade`."""

from pathlib import Path

import click

from geleerd.adapters.outside.replaced_file import replace_file
from geleerd.adapters.settings.load import settings_around
from geleerd.contribute.upgraded import Upgraded, upgraded
from geleerd.locale.catalogue import catalogue
from geleerd.reading import library_of


@click.command(name="upgrade")
@click.option("--dry-run", is_flag=True, help="Zeg alleen wat er zou veranderen.")
def upgrade_command(*, dry_run: bool) -> None:
    """Breng de bestanden naar wat deze versie schrijft: bronnen die bijdragen uitschrijven, gaan naar content/bronnen.yml.

    Opmerkingen, volgorde, regeleinden en alle andere regels blijven zoals ze zijn; een bron met een opmerking erin blijft staan. Een
    tweede keer verandert niets meer.
    """
    settings = settings_around(Path.cwd())
    words = catalogue(settings.language, settings.declarations)
    found = upgraded(library_of(settings))
    for file in found:
        if file.count and not dry_run:
            _put(settings.root / file.path, file)
        if file.count:
            click.echo(words.console("upgrade-file", path=file.path, count=file.count))
        for line in file.left:
            click.echo(words.console("upgrade-left", path=file.path, line=line))
    count = sum(bool(file.count) for file in found)
    done = "upgrade-would" if dry_run else "upgrade-done"
    click.echo(words.console(done, count=count) if count else words.console("upgrade-nothing"))


def _put(path: Path, file: Upgraded) -> None:
    before = path.read_bytes().decode() if path.exists() else ""
    replace_file(path, file.text_after(before).encode())
