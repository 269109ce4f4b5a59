"""`geleerd upgrade`."""

import os
from pathlib import Path

import click

from geleerd.adapters.settings.load import settings_around
from geleerd.contribute.upgraded import Upgraded, upgraded
from geleerd.locale.catalogue import catalogue
from geleerd.reading import library_of


@click.command(name="upgrade")
@click.option("--dry-run", is_flag=True, help="Zeg alleen wat er zou veranderen.")
def upgrade_command(*, dry_run: bool) -> None:
    """Breng de bestanden naar wat deze versie schrijft: bronnen die bijdragen uitschrijven, gaan naar content/bronnen.yml.

    Opmerkingen, volgorde en alle andere regels blijven zoals ze zijn. Een tweede keer verandert niets meer.
    """
    settings = settings_around(Path.cwd())
    words = catalogue(settings.language)
    found = upgraded(library_of(settings))
    for file in found:
        if not dry_run:
            _put(settings.root, file)
        click.echo(words.console("upgrade-file", path=file.path, count=file.count))
    done = "upgrade-would" if dry_run else "upgrade-done"
    click.echo(words.console(done, count=len(found)) if found else words.console("upgrade-nothing"))


def _put(root: Path, file: Upgraded) -> None:
    """Put the new text in the place of the old one in one step."""
    path = root / file.path
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_text(file.text, encoding="utf-8", newline="\n")
        if path.exists():
            unfinished.chmod(path.stat().st_mode)
        os.replace(unfinished, path)  # noqa: PTH105  # as on every system
    finally:
        unfinished.unlink(missing_ok=True)
