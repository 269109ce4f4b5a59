"""`geleerd federate`."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from geleerd import __version__
from geleerd.adapters.commands.printable import printable
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.adapters.fetching.answer import fetched
from geleerd.adapters.fetching.gathered import Gathered, gathered
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.load import settings_around
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.settings import Settings


@click.command(name="federate", cls=SpokenCommand)
@click.argument("names", metavar="[NAME]...", nargs=-1)
def federate_command(names: tuple[str, ...]) -> None:
    """Fetches what other knowledge bases learned: those that the owner names, or some of them."""
    settings = settings_around(Path.cwd())
    words = catalogue(settings.language)
    chosen = [base for base in settings.federate if not names or {base.name, base.slug} & set(names)]
    if not chosen or len(chosen) < len(set(names)):
        known = ", ".join(base.name for base in settings.federate)
        raise RefusalError(words.console("federate-unknown", names=known) if known else words.console("federate-none"))
    failed = False
    for base in chosen:
        found = gathered(base, settings.root, settings.today, partial(fetched, agent=_agent(settings)))
        failed |= bool(found.why)
        for line in _lines(found, words):
            click.echo(line)
    raise SystemExit(1 if failed else 0)


def _agent(settings: Settings) -> str:
    return f"geleerd/{__version__}" + (f" (+{settings.site_url})" if settings.site_url else "")


def _lines(found: Gathered, words: Catalogue) -> Iterator[str]:
    name, kept = found.base.name, found.snapshot
    if found.why:
        yield words.console("federate-failed", name=name, why=words.console(f"federate-{found.why}", detail=printable(found.detail)))
        yield (
            words.console("federate-stays", date=words.date(kept.fetched), count=len(kept.items))
            if kept
            else words.console("federate-nothing")
        )
    elif kept:
        yield words.console("federate-fetched", name=name, count=len(kept.items), file=found.base.path)
        if found.gone:
            yield words.console("federate-gone", count=found.gone)
        if found.refused:
            yield words.console("federate-refused", count=found.refused)
