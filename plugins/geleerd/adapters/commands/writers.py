"""The commands for whoever writes: check, new, schema."""

from pathlib import Path

import click

from geleerd.adapters.commands.check import Outcome
from geleerd.adapters.commands.check import check as run_check
from geleerd.adapters.commands.reports import REPORTS, text_line
from geleerd.adapters.outside.clock import today
from geleerd.adapters.outside.git import RevisionError
from geleerd.adapters.outside.item_ids import new_item_id
from geleerd.adapters.settings.project import find_project
from geleerd.contribute.blank_item import template_file
from geleerd.contribute.schema import described, schema_of, schema_text
from geleerd.contribute.snippets import snippets_text
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.declarations.registry import DECLARATIONS
from geleerd.model.problem_codes import Severity
from geleerd.model.strings import is_slug, slug_from
from geleerd.validate.entries import RESERVED_SLUGS

_COLOURS = {Severity.ERROR: "red", Severity.HINT: "yellow"}


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(tuple(REPORTS)), default="text", show_default=True, help="Voor wie de uitkomst is.")
@click.option("--base", metavar="REF", help="Een eerdere versie in git: kijk ook of geen kenmerk of adres sindsdien is verdwenen.")
def check(paths: tuple[Path, ...], form: str, base: str | None) -> None:
    """Kijk alles na en noem alle problemen tegelijk, elk met bestand, regel en wat je kunt doen.

    Zonder PATH gaat het om de hele kennisbank; met PATH alleen om die bestanden of mappen. De opdracht eindigt met 1 als er
    fouten zijn, en met 0 als er niets is of alleen tips.
    """
    words = catalogue(find_project(Path.cwd()).language)
    if missing := next((path for path in paths if not path.exists()), None):
        raise click.UsageError(words.console("no-such-path", path=missing))
    try:
        outcome = run_check(paths, Path.cwd(), base)
    except RevisionError as error:
        raise click.UsageError(words.console(error.key, ref=base, detail=error.detail)) from None
    words = catalogue(outcome.language)
    if form == "text":
        _print_text(outcome, words)
    else:
        click.echo(REPORTS[form](outcome.problems, words))
    raise SystemExit(1 if outcome.failed else 0)


@click.command()
@click.argument("type_key", metavar="TYPE", type=click.Choice(tuple(DECLARATIONS.item_types)))
@click.argument("title", metavar="TITEL")
@click.option("--folder", default="", help="De map onder lessons/ waarin het bestand komt, bijvoorbeeld die van een netwerk.")
@click.option("--slug", default="", help="De bestandsnaam zonder .md; anders gemaakt van de titel.")
def new(type_key: str, title: str, folder: str, slug: str) -> None:
    """Maak een nieuw bestand voor een bijdrage van soort TYPE, met een kenmerk en uitleg bij elk veld.

    Bijvoorbeeld: geleerd new tip "Zoek een maatje"
    """
    project = find_project(Path.cwd())
    words = catalogue(project.language)
    name = slug or slug_from(title)
    if not is_slug(name) or len(name) > 100 or name in RESERVED_SLUGS:
        raise click.UsageError(words.console("new-no-slug"))
    lessons = project.folders.root / project.folders.lessons
    path = lessons / folder / f"{name}.md"
    if not path.resolve().is_relative_to(lessons.resolve()):
        raise click.UsageError(words.console("no-such-path", path=folder))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template_file(DECLARATIONS.item_types[type_key], title, new_item_id(), today(), words))
    except FileExistsError:
        raise click.UsageError(words.console("new-exists", path=path)) from None
    shown = path.relative_to(project.folders.root).as_posix()
    click.echo(words.console("new-written", path=shown))
    click.echo(words.console("new-next", path=shown))


@click.command()
@click.argument("type_key", metavar="[TYPE]", required=False, type=click.Choice(described()))
@click.option("--snippets", is_flag=True, help="Geef in plaats daarvan de knipsels voor VS Code: elke soort en elk veld, met uitleg.")
def schema(type_key: str | None, *, snippets: bool) -> None:
    """Geef het JSON-schema van TYPE, voor editors en andere programma's; zonder TYPE alle schema's, elk onder zijn soort.

    Bijvoorbeeld: geleerd schema lesson
    """
    project = find_project(Path.cwd())
    words = catalogue(project.language)
    if snippets:
        text = snippets_text(words)
    elif type_key:
        text = schema_text(schema_of(type_key, words, project.site_url))
    else:
        text = schema_text({key: schema_of(key, words, project.site_url) for key in described()})
    click.echo(text, nl=False)


def _print_text(outcome: Outcome, words: Catalogue) -> None:
    for problem in outcome.problems:
        click.secho(text_line(problem, words), fg=_COLOURS[problem.severity])
    if outcome.problems:
        click.echo(_totals(outcome, words))
    else:
        click.echo(words.console("check-clean", items=outcome.items, frame=outcome.frame))


def _totals(outcome: Outcome, words: Catalogue) -> str:
    hints = sum(problem.severity is Severity.HINT for problem in outcome.problems)
    counts = {
        "errors": len(outcome.problems) - hints,
        "hints": hints,
        "files": len({problem.place.file for problem in outcome.problems}),
    }
    return words.console("check-totals", **{key: words.console(key, count=count) for key, count in counts.items()})
