"""`geleerd verify`: whether a published site is what a build wrote."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from geleerd.adapters.commands.printable import printable
from geleerd.adapters.commands.spoken import SpokenCommand, SpokenPath
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.outside.recorded_build import record_at
from geleerd.adapters.outside.site_files import found_in
from geleerd.adapters.settings.load import find_settings
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.relate.places.fixed import BUILD_RECORD
from geleerd.written.build_record import BuildRecord, Difference, NotARecordError

Differences = Sequence[tuple[str, Difference]]


@click.command(name="verify", cls=SpokenCommand)
@click.argument("folder", metavar="SITE_FOLDER", type=SpokenPath(exists=True, file_okay=False))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--record",
    "kept",
    metavar="FILE",
    type=SpokenPath(dir_okay=False),
)
def verify_command(folder: Path, form: str, kept: Path | None) -> None:
    """Prints in what a site differs from what its build wrote."""
    words = catalogue(find_settings(Path.cwd()).language)
    path = kept or folder / BUILD_RECORD
    try:
        record = record_at(path)
    except NotARecordError:
        raise RefusalError(words.console("verify-no-record", path=path)) from None
    differences = tuple(record.differences(found_in(folder, record.files)))
    click.echo(_as_json(differences, words) if form == "json" else _as_text(differences, record, words))
    raise SystemExit(1 if differences else 0)


def _as_text(differences: Differences, record: BuildRecord, words: Catalogue) -> str:
    lines = [f"{printable(path)}: {words.console(f'verify-{difference}')}" for path, difference in differences]
    version, commit = printable(record.version)[:100], printable(record.commit)[:100]
    built = words.console("verify-built-of" if commit else "verify-built", version=version, commit=commit)
    count, key = (len(differences), "verify-total") if differences else (len(record.files), "verify-clean")
    return "\n".join([*lines, built, words.console(key, count=count)])


def _as_json(differences: Differences, words: Catalogue) -> str:
    """A list of objects with file, code and message."""
    rows = [{"file": path, "code": difference, "message": words.console(f"verify-{difference}")} for path, difference in differences]
    return json.dumps(rows, indent=2)
