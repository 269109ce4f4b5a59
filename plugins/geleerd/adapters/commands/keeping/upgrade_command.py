"""`geleerd upgrade`."""

from pathlib import Path

import click

from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.adapters.outside.replaced_file import replace_file
from geleerd.adapters.settings.configuration import CONFIG
from geleerd.adapters.settings.load import settings_around
from geleerd.contribute.upgrading.listed_sources import Upgraded
from geleerd.contribute.upgrading.migrations import MIGRATIONS
from geleerd.contribute.upgrading.schema_line import with_schema
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.settings import SCHEMA, Settings
from geleerd.reading import library_of


@click.command(name="upgrade", cls=SpokenCommand)
@click.option("--dry-run", is_flag=True)
def upgrade_command(*, dry_run: bool) -> None:
    """Brings files of an earlier version to the form of this one."""
    settings = settings_around(Path.cwd())
    words = catalogue(settings.language, settings.declarations)
    count = sum(_migrated(migrated(library_of(settings)), settings, words, dry_run=dry_run) for migrated in MIGRATIONS.values())
    is_told = settings.schema == SCHEMA or _schema_told(settings.root / CONFIG, words, dry_run=dry_run)
    count += is_told and settings.schema < SCHEMA
    if count:
        click.echo(words.console("upgrade-would" if dry_run else "upgrade-done", count=count))
    elif is_told:
        click.echo(words.console("upgrade-nothing"))


def _migrated(found: tuple[Upgraded, ...], settings: Settings, words: Catalogue, *, dry_run: bool) -> int:
    """Write the files that change, and say so; how many they are."""
    for file in found:
        if file.count and not dry_run:
            _put(settings.root / file.path, file)
        if file.count:
            click.echo(words.console("upgrade-file", path=file.path, count=file.count))
        for line in file.left:
            click.echo(words.console("upgrade-left", path=file.path, line=line))
    return sum(bool(file.count) for file in found)


def _put(path: Path, file: Upgraded) -> None:
    before = path.read_bytes().decode() if path.exists() else ""
    replace_file(path, file.text_after(before).encode())


def _schema_told(path: Path, words: Catalogue, *, dry_run: bool) -> bool:
    """Write the schema among the settings, the last of all: whoever stops halfway is told to go on. Whether its place was found."""
    before = path.read_bytes()
    after = with_schema(before.decode(), SCHEMA)
    if after is not None and not dry_run:
        replace_file(path, after.encode())
        if settings_around(path.parent).schema != SCHEMA:  # an owner may write settings in a way that we do not read as lines
            replace_file(path, before)
            after = None
    click.echo(
        words.console("upgrade-schema-left", schema=SCHEMA)
        if after is None
        else words.console("upgrade-schema", path=path.name, schema=SCHEMA)
    )
    return after is not None
