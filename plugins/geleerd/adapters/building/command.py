"""Builds the site of a knowledge base for `geleerd build`: in its place when it is complete, with all that there is to say."""

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from geleerd.adapters.building.build import BuiltSite, write_site
from geleerd.adapters.building.days import days_from_git
from geleerd.adapters.building.summary import policy_sentences, redirects_sentences, summary
from geleerd.adapters.building.unsettled import unsettled
from geleerd.adapters.kept.last_build import asked, forget, options_told, remember
from geleerd.adapters.output.output_error import OutputError, refusing
from geleerd.adapters.output.staging import Staging
from geleerd.adapters.output.strangers import must_hold_no_stranger
from geleerd.adapters.output.whose import must_be_ours, sources_of
from geleerd.adapters.outside.collector import rarely_collecting
from geleerd.adapters.outside.mishap import RefusalError, to_programmers
from geleerd.adapters.settings.configuration import CONFIG, read_configuration
from geleerd.adapters.settings.frame import not_taking_part, site_folder, without_effect
from geleerd.adapters.settings.load import settings_around, unknown_settings, with_folders
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.problems import has_errors
from geleerd.model.settings import Settings
from geleerd.reading import Reading


def build_site(root: Path, place: Path | None, *, strict: bool) -> None:
    """Build the site of the knowledge base in a folder, and print what there is to say; into `place`, or where `mkdocs.yml` says.

    Raises `click.ClickException` when there is no new site.
    """
    began = time.monotonic()
    settings = with_folders(settings_around(root))
    words = catalogue(settings.language, settings.declarations)
    written = read_configuration(settings.root / CONFIG)
    before = asked(settings.root, [*sources_of(settings)], options_told(place, strict=strict))
    told = _Told()
    if names := not_taking_part(written):
        told.say(words.console("not-taking-part", names=", ".join(names)))
    if idle := [name for name in without_effect(written) if name not in names]:
        told.say(words.console("without-effect", names=", ".join(idle)))
    if unknown := unknown_settings(written):
        told.say(words.console("unknown-settings", names=", ".join(unknown)))
    settings = replace(settings, changed=days_from_git(settings.folders, words, told.say))
    place = place or site_folder(written, settings)
    forget(settings.root)
    try:
        built = _staged(place, settings, written, told, strict=strict)
    except OutputError as error:
        raise RefusalError(words.console(error.key, **error.words)) from None
    for sentence in (*redirects_sentences(place, words), *unsettled(built.reading.library, settings, words)):
        told.say(sentence)
    remember(settings.root, before, place.resolve(), [*told.lines, words.console("nothing-changed")])
    click.echo(summary(built.reading, words, time.monotonic() - began))


class _Told:
    """What was said during a build, to be said again when nothing changes."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def say(self, line: str) -> None:
        """Say something to the person who builds."""
        self.lines.append(line)
        click.echo(line, err=True)


def _staged(place: Path, settings: Settings, written: Mapping[str, Any], told: _Told, *, strict: bool) -> BuiltSite:
    """The site in its place, when it is complete; what was there stays otherwise."""
    words = catalogue(settings.language, settings.declarations)
    must_be_ours(place, settings.root, sources_of(settings))
    staging = Staging(place, waiting=lambda: click.echo(words.console("output-waiting", path=place), err=True), check=must_hold_no_stranger)
    complete = False
    try:
        if staging.found:
            click.echo(words.console(f"output-{staging.found}", path=place), err=True)
        with refusing(place), rarely_collecting():
            built = write_site(staging.folder, settings, written)
        warned = [*policy_sentences(built.policy, words)]
        _report(built.reading, warned, words, told)
        complete = not (strict and (warned or has_errors(built.reading.problems)))
    finally:
        staging.settle(complete=complete)
    if not complete:
        raise click.ClickException(words.console("strict"))
    return built


def _report(reading: Reading, warned: list[str], words: Catalogue, told: _Told) -> None:
    for failure in reading.failures:
        to_programmers.debug("%s: %s", failure.path, failure.trace)
    for problem in reading.problems:
        told.say(f"{problem.place}: {problem.code}: {words.problem(problem)}")
    for sentence in warned:
        told.say(sentence)
