"""The commands that take in what was written elsewhere: import, and the forms of the forge that it reads."""

from pathlib import Path

import click

from geleerd.adapters.commands.import_files import ImportRun, lines_about, read_text, why_not
from geleerd.adapters.commands.reports import text_line
from geleerd.adapters.outside.clock import today
from geleerd.adapters.settings.project import find_project
from geleerd.contribute.importing.field_mapping import FieldMapping, field_mapping
from geleerd.contribute.importing.items import Importer
from geleerd.contribute.issue_forms import Ways, is_generated, issue_forms
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.pipeline import library_of
from geleerd.read.foreign import UnreadableError


@click.command(name="import")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--mapping", metavar="FILE", type=click.Path(path_type=Path), help="Een YAML-bestand: welk veld daar wordt welk veld hier.")
@click.option("--event", "are_events", is_flag=True, help="De bestanden zijn berichten (JSON) van een forge over een melding.")
@click.option("--to", "folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False), help="De map voor de concepten.")
def import_files(paths: tuple[Path, ...], mapping: Path | None, are_events: bool, folder: Path | None) -> None:  # noqa: FBT001  # click gives it by name
    """Maak concepten van bijdragen die elders geschreven zijn: meldingen bij een forge, Markdown uit Jekyll of Hugo, of tabellen (CSV).

    Wat nergens past, blijft staan onder een kopje in het concept en wordt genoemd. De opdracht eindigt met 2 als een bestand niet
    te lezen is.
    """
    project = find_project(Path.cwd())
    library = library_of(project.settings(today()))
    words = catalogue(project.language)
    importer = Importer(library, _mapping(mapping, words), today())
    run = ImportRun(importer, library, folder or project.folders.root / project.folders.lessons)
    failed = False
    for imported in run.files(paths, are_events=are_events):
        failed |= imported.path is None
        for line in lines_about(imported, project.folders.root, words):
            click.echo(line, err=imported.path is None)
    raise SystemExit(2 if failed else 0)


@click.command(name="issue-forms")
@click.argument("folder", default=None, required=False, metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False))
def issue_forms_command(folder: Path | None) -> None:
    """Maak de formulieren waarmee iemand een bijdrage als melding bij een forge instuurt; zonder DIR in .github/ISSUE_TEMPLATE."""
    project = find_project(Path.cwd())
    words = catalogue(project.language)
    folder = folder or project.folders.root / ".github" / "ISSUE_TEMPLATE"
    library = library_of(project.settings(today()))
    forms = issue_forms(library, Ways(project.site_url, project.desk))
    if other := next((folder / name for name in forms if (folder / name).exists() and not is_generated(read_text(folder / name))), None):
        raise click.UsageError(words.console("forms-not-ours", path=other))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in forms.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(words.console("forms-written", count=len(forms), path=folder))


def _mapping(path: Path | None, words: Catalogue) -> FieldMapping:
    if path is None:
        return FieldMapping()
    try:
        mapping, problems = field_mapping(read_text(path), path.name)
    except UnreadableError as error:
        raise click.UsageError(why_not(error, words)) from None
    if problems:
        raise click.UsageError("\n".join(text_line(problem, words) for problem in problems))
    return mapping
