"""`geleerd import`."""

from pathlib import Path

import click

from geleerd.adapters.commands.checking.reports import text_line
from geleerd.adapters.commands.importing.import_files import ImportRun
from geleerd.adapters.commands.importing.import_report import ImportReport, why_not
from geleerd.adapters.commands.importing.import_sources import read_text
from geleerd.adapters.commands.spoken import SpokenCommand, SpokenPath
from geleerd.adapters.outside.clock import today
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.outside.progress import with_bars
from geleerd.adapters.settings.load import settings_around
from geleerd.contribute.importing.field_mapping import FieldMapping, field_mapping
from geleerd.contribute.importing.items import Importer
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.settings import Settings
from geleerd.read.foreign.writings import UnreadableError
from geleerd.reading import library_of


@click.command(name="import", cls=SpokenCommand)
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=SpokenPath())
@click.option("--mapping", metavar="FILE", type=SpokenPath())
@click.option("--event", "are_events", is_flag=True)
@click.option("--to", "folder", metavar="FOLDER", type=SpokenPath(file_okay=False))
def import_command(paths: tuple[Path, ...], mapping: Path | None, are_events: bool, folder: Path | None) -> None:  # noqa: FBT001  # click gives it by name
    """Writes drafts of what was written elsewhere."""
    settings = settings_around(Path.cwd(), [folder] if folder else [])
    words = catalogue(settings.language, settings.declarations)
    with with_bars(words):
        library = library_of(settings)
    importer = Importer(library, _mapping(mapping, words), today(), settings.nobodys_mailboxes)
    try:
        run = ImportRun(importer, library, settings, _drafts(folder, settings, words), are_events=are_events)
    except UnreadableError as error:
        raise RefusalError(why_not(error, words)) from None
    report = ImportReport(settings.root, words)
    failed = False
    for imported in tuple(run.files(paths)):  # a line in between would break the bar
        failed |= imported.path is None
        for line in report.about(imported):
            click.echo(line, err=imported.path is None)
    for line in report.together(run.copies.count):
        click.echo(line)
    raise SystemExit(2 if failed else 0)


def _drafts(folder: Path | None, settings: Settings, words: Catalogue) -> Path:
    """The folder for the drafts: the folder of items, or one below it. Raises `click.UsageError` for any other."""
    lessons = settings.root / settings.lessons_dir
    if folder and not folder.resolve().is_relative_to(lessons.resolve()):
        raise RefusalError(words.console("import-to-elsewhere", folder=folder, lessons=settings.lessons_dir))
    return folder or lessons


def _mapping(path: Path | None, words: Catalogue) -> FieldMapping:
    if path is None:
        return FieldMapping()
    try:
        mapping, problems = field_mapping(read_text(path), path.name)
    except UnreadableError as error:
        raise RefusalError(why_not(error, words)) from None
    if problems:
        raise RefusalError("\n".join(text_line(problem, words) for problem in problems))
    return mapping
