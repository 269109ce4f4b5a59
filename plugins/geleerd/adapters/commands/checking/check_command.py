"""`geleerd check`."""

import os
from pathlib import Path

import click

from geleerd.adapters.commands.checking.check import CheckOutcome
from geleerd.adapters.commands.checking.check import check as run_check
from geleerd.adapters.commands.checking.pull_request_comment import as_comment
from geleerd.adapters.commands.checking.reports import REPORTS, text_line
from geleerd.adapters.commands.spoken import SpokenCommand, SpokenPath
from geleerd.adapters.outside.git import RevisionError
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.load import find_settings
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.problem_codes import Severity

_COLOURS = {Severity.ERROR: "red", Severity.HINT: "yellow"}


@click.command(name="check", cls=SpokenCommand)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=SpokenPath())
@click.option("--format", "form", type=click.Choice(tuple(REPORTS)), default="text", show_default=True)
@click.option("--base", metavar="REVISION")
def check_command(paths: tuple[Path, ...], form: str, base: str | None) -> None:
    """Prints all problems, of a whole knowledge base or of some files in it."""
    words = catalogue(find_settings(Path.cwd()).language)
    if missing := next((path for path in paths if not os.path.lexists(path)), None):
        raise RefusalError(words.console("no-such-path", path=missing))
    try:
        outcome = run_check(paths, Path.cwd(), base)
    except RevisionError as error:
        raise RefusalError(words.console(error.key, ref=base, detail=error.detail)) from None
    words = catalogue(outcome.language, outcome.declarations)
    if form == "text":
        _print_text(outcome, words)
    elif form == "comment":
        click.echo(as_comment(outcome.problems, words, outcome.drafts, outcome.others))
    else:
        click.echo(REPORTS[form](outcome.problems, words))
    raise SystemExit(1 if outcome.failed else 0)


def _print_text(outcome: CheckOutcome, words: Catalogue) -> None:
    for problem in outcome.problems:
        click.secho(text_line(problem, words), fg=_COLOURS[problem.severity])
    if outcome.problems:
        click.echo(_totals(outcome, words))
    else:
        click.echo(words.console("check-clean", items=outcome.items, frame=outcome.frame))


def _totals(outcome: CheckOutcome, words: Catalogue) -> str:
    hints = sum(problem.severity is Severity.HINT for problem in outcome.problems)
    counts = {
        "errors": len(outcome.problems) - hints,
        "hints": hints,
        "files": len({problem.place.file for problem in outcome.problems}),
    }
    return words.console("check-totals", **{key: words.console(key, count=count) for key, count in counts.items()})
