"""`geleerd issue-forms`."""

from pathlib import Path

import click

from geleerd.adapters.commands.importing.import_sources import read_text
from geleerd.adapters.commands.spoken import SpokenCommand, SpokenPath
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.load import settings_around
from geleerd.contribute.issue_forms import is_generated, issue_forms, issue_templates
from geleerd.locale.catalogue import catalogue
from geleerd.reading import library_of


@click.command(name="issue-forms", cls=SpokenCommand)
@click.argument("folder", default=None, required=False, metavar="[FOLDER]", type=SpokenPath(file_okay=False))
def issue_forms_command(folder: Path | None) -> None:
    """Writes the forms with which people send contributions at a forge."""
    settings = settings_around(Path.cwd())
    words = catalogue(settings.language, settings.declarations)
    is_gitlab = settings.forge == "gitlab"
    folder = folder or settings.root / (".gitlab/issue_templates" if is_gitlab else ".github/ISSUE_TEMPLATE")
    library = library_of(settings)
    forms = issue_templates(library, settings) if is_gitlab else issue_forms(library, settings)
    if other := next((folder / name for name in forms if (folder / name).exists() and not is_generated(read_text(folder / name))), None):
        raise RefusalError(words.console("forms-not-ours", path=other))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in forms.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(words.console("forms-written", count=len(forms), path=folder))
