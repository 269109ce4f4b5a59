"""`geleerd init`."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shlex import quote

import click

from geleerd.adapters.commands.spoken import SpokenCommand, SpokenPath
from geleerd.adapters.commands.starting.answers import FIRST_LICENCE, FORGES, LICENCES, Answers
from geleerd.adapters.commands.starting.new_knowledge_base import colours, new_knowledge_base, starters
from geleerd.adapters.output.output_error import OutputError
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.options import site_address, web_address
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.settings import DEFAULT_LANGUAGE


@click.command(name="init", cls=SpokenCommand)
@click.argument("folder", metavar="FOLDER", type=SpokenPath(file_okay=False))
@click.option("--language", type=click.Choice(starters()))
@click.option("--name", metavar="TEXT")
@click.option("--address", metavar="TEXT")
@click.option("--desk", metavar="TEXT")
@click.option("--repository", metavar="TEXT", default="")
@click.option("--forge", type=click.Choice(FORGES))
@click.option("--colours", type=click.Choice(tuple(colours())), default="blue")
@click.option("--licence", type=click.Choice(tuple(LICENCES)), default=FIRST_LICENCE)
def init_command(folder: Path, language: str | None, **options: str | None) -> None:
    """Writes a new knowledge base, with what its owner decides."""
    asks = sys.stdin.isatty() and sys.stdout.isatty()
    language = language or (
        click.prompt("Taal / language", default=DEFAULT_LANGUAGE, type=click.Choice(starters())) if asks else DEFAULT_LANGUAGE
    )
    words = catalogue(language)
    given = {key: value for key, value in options.items() if value is not None}
    answers = _checked(
        _asked(Answers(language=language, **given), frozenset(given), words) if asks else Answers(language=language, **given), words
    )
    try:
        written = new_knowledge_base(folder, answers)
    except FileExistsError:
        raise RefusalError(words.console("init-not-empty", path=folder)) from None
    except OutputError as error:
        raise RefusalError(words.console(error.key, **error.words)) from None
    click.echo(words.console("init-written", count=len(written), path=folder))
    click.echo(words.console("init-next", path=quote(str(folder))))


def _asked(answers: Answers, given: frozenset[str], words: Catalogue) -> Answers:
    """The answers, with those of the person at the terminal; Enter leaves one open."""
    for key in ("name", "address", "desk"):
        if key not in given:
            answers = replace(answers, **{key: click.prompt(words.console(f"init-{key}"), default="", show_default=False)})
    if "forge" not in given:
        answers = replace(answers, forge=click.prompt(words.console("init-forge"), default="none", type=click.Choice(FORGES)))
    return answers


def _checked(answers: Answers, words: Catalogue) -> Answers:
    """The answers as they will stand in the files. Raises `click.UsageError`, with the sentence that a build would say."""
    return replace(
        answers,
        name=" ".join(answers.name.split()),
        address=_right(answers.address, "address", lambda value: site_address(value, words.language), words),
        repository=_right(answers.repository, "repository", lambda value: web_address(value, words.language), words),
        desk=_right(answers.desk, "desk", lambda value: _mailbox(value, words), words),
    )


def _right(value: str, option: str, read: Callable[[str], str], words: Catalogue) -> str:
    try:
        return read(value.strip())
    except ValueError as refusal:
        raise RefusalError(words.console("init-wrong", option=f"--{option}", reason=refusal)) from None


def _mailbox(value: str, words: Catalogue) -> str:
    name, at, host = value.partition("@")
    if value and not (name and at and "." in host and value.isprintable() and not set(value) & set(" <>\"',;:")):
        raise ValueError(words.console("init-no-mailbox", value=value[:80]))
    return value
