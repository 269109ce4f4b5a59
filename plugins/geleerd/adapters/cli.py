"""The commands beside `mkdocs build`."""

import datetime
from pathlib import Path

import click
from mkdocs.exceptions import MkDocsException

from geleerd import __version__
from geleerd.adapters.archive import archive as write_archive
from geleerd.adapters.check import Outcome
from geleerd.adapters.check import check as run_check
from geleerd.adapters.clock import today
from geleerd.adapters.digest import FORMS, Wanted, WantedError, digest_in, selection_of
from geleerd.adapters.figures import FIGURES, STALE
from geleerd.adapters.importing import ImportRun, lines_about, read_text, why_not
from geleerd.adapters.init import init as create
from geleerd.adapters.item_ids import new_item_id
from geleerd.adapters.links import Round, ask_others, inward_lines, outward_lines
from geleerd.adapters.project import CONFIG, find_project
from geleerd.adapters.reports import REPORTS, text_line
from geleerd.adapters.revision import RevisionError
from geleerd.adapters.written_site import read_site
from geleerd.contribute.field_mapping import FieldMapping, field_mapping
from geleerd.contribute.importing import Importer
from geleerd.contribute.issue_forms import Ways, is_generated, issue_forms
from geleerd.contribute.schema import SCHEMAS, schema_of, schema_text
from geleerd.contribute.snippets import snippets_text
from geleerd.contribute.template import template_file
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.problems import Severity
from geleerd.model.registry import ITEM_TYPES
from geleerd.model.strings import is_slug, slug_from
from geleerd.pipeline import Settings, read, relate
from geleerd.read.foreign import UnreadableError
from geleerd.relate.library import Library
from geleerd.validate.entries import RESERVED_SLUGS

_COLOURS = {Severity.ERROR: "red", Severity.HINT: "yellow"}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geleerd")
def main() -> None:
    """Geleerd: een kennisbank van leernetwerken. Bouw de site met `mkdocs build`; deze opdrachten helpen bij het schrijven."""


@main.command()
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


@main.command()
@click.argument("type_key", metavar="TYPE", type=click.Choice(tuple(ITEM_TYPES)))
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
            file.write(template_file(type_key, title, new_item_id(), today(), words))
    except FileExistsError:
        raise click.UsageError(words.console("new-exists", path=path)) from None
    shown = path.relative_to(project.folders.root).as_posix()
    click.echo(words.console("new-written", path=shown))
    click.echo(words.console("new-next", path=shown))


@main.command(name="import")
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
    library = read(Settings(project.folders, today(), project.language)).library
    words = catalogue(project.language)
    importer = Importer(library, _mapping(mapping, words), today())
    run = ImportRun(importer, library, folder or project.folders.root / project.folders.lessons)
    failed = False
    for imported in run.files(paths, are_events=are_events):
        failed |= imported.path is None
        for line in lines_about(imported, project.folders.root, words):
            click.echo(line, err=imported.path is None)
    raise SystemExit(2 if failed else 0)


@main.command(name="issue-forms")
@click.argument("folder", default=None, required=False, metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False))
def issue_forms_command(folder: Path | None) -> None:
    """Maak de formulieren waarmee iemand een bijdrage als melding bij een forge instuurt; zonder DIR in .github/ISSUE_TEMPLATE."""
    project = find_project(Path.cwd())
    words = catalogue(project.language)
    folder = folder or project.folders.root / ".github" / "ISSUE_TEMPLATE"
    library = read(Settings(project.folders, today(), project.language)).library
    forms = issue_forms(library, Ways(project.site_url, project.desk))
    if other := next((folder / name for name in forms if (folder / name).exists() and not is_generated(read_text(folder / name))), None):
        raise click.UsageError(words.console("forms-not-ours", path=other))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in forms.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(words.console("forms-written", count=len(forms), path=folder))


@main.command()
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


@main.command()
@click.argument("type_key", metavar="[TYPE]", required=False, type=click.Choice(SCHEMAS))
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
        text = schema_text({key: schema_of(key, words, project.site_url) for key in SCHEMAS})
    click.echo(text, nl=False)


@main.command()
@click.option("--format", "form", type=click.Choice(tuple(FIGURES)), default="text", show_default=True, help="Voor wie de cijfers zijn.")
def stats(form: str) -> None:
    """Geef de cijfers van de kennisbank: dezelfde als op de pagina met cijfers.

    Bijvoorbeeld: geleerd stats --format csv > cijfers.csv
    """
    _print_file(FIGURES[form](_library(), today()))


@main.command()
@click.option("--format", "form", type=click.Choice(tuple(STALE)), default="text", show_default=True, help="Voor wie de lijst is.")
@click.option("--within", "days", metavar="DAGEN", type=click.IntRange(0, 3650), default=0, help="Noem ook wat binnen zoveel dagen komt.")
def stale(form: str, days: int) -> None:
    """Noem de bijdragen die opnieuw bekeken moeten worden: die waarvan de datum bij review_by voorbij is."""
    _print_file(STALE[form](_library(), today() + datetime.timedelta(days)))


@main.command()
@click.option("--since", required=True, metavar="DATE", help="De eerste dag: een dag, een maand of een jaar.")
@click.option("--until", metavar="DATE", help="De laatste dag; zonder deze tot nu toe.")
@click.option("--network", metavar="SLUG", multiple=True, help="Alleen van dit netwerk; vaker te geven.")
@click.option("--theme", metavar="SLUG", multiple=True, help="Alleen over dit thema; vaker te geven.")
@click.option("--programme", metavar="SLUG", multiple=True, help="Alleen uit dit programma; vaker te geven.")
@click.option("--type", metavar="TYPE", multiple=True, help="Alleen van deze soort; vaker te geven.")
@click.option("--format", "form", type=click.Choice(FORMS), default="html", show_default=True, help="Waar het in komt.")
def digest(since: str, until: str | None, form: str, **facets: tuple[str, ...]) -> None:
    """Maak de nieuwsbrief: wat er sinds DATE bijkwam, met vaste links.

    Bijvoorbeeld: geleerd digest --since 2026-11 --format eml > nieuwsbrief.eml
    """
    project = find_project(Path.cwd())
    library = _library()
    try:
        selection = selection_of(Wanted(since, until, facets), library, project.site_url)
    except WantedError as error:
        raise click.UsageError(catalogue(project.language).console(error.key, **error.words)) from None
    click.echo(digest_in(form, selection, library, project), nl=False)


@main.command()
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
    except FileExistsError:
        raise click.UsageError(words.console("init-not-empty", path=folder)) from None
    except MkDocsException as error:
        raise click.ClickException(str(error)) from None
    click.echo(words.console("archive-written", count=pages, path=folder))


@main.command()
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
        for line in outward_lines(site, outcome, words):
            click.echo(line)
    raise SystemExit(1 if broken else 0)


def _library() -> Library:
    """The knowledge base around the current folder."""
    project = find_project(Path.cwd())
    return relate(Settings(project.folders, today(), project.language))[0]


def _print_file(text: str) -> None:
    """Print a text that may go to a file: the same bytes whatever the system's own encoding and line ends."""
    click.echo(text.encode(), nl=False)


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


if __name__ == "__main__":
    main()
