"""What to say of an exception that nobody foresaw: a sentence for people, and the rest for whoever asks for it."""

import logging
import traceback
from typing import IO, Any

import click

from geleerd.guard import StageError
from geleerd.locale.catalogue import Catalogue

to_programmers = logging.getLogger("mkdocs.plugins.geleerd")
"""As a plugin of MkDocs, whose `--verbose` shows what it says to programmers; `geleerd --verbose` shows the same."""


class RefusalError(click.UsageError):
    """What was asked for cannot be done; the message is the whole sentence. Nothing is wrong with how the command was written."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence alone, without how commands are written."""
        click.echo(self.format_message(), file=file, err=file is None)


def sentence_of(error: Exception, words: Catalogue) -> str | None:
    """The sentence, after a note in the log for programmers; None for an error that speaks for itself."""
    if isinstance(error, click.ClickException):
        return None
    to_programmers.debug("%s", error.trace if isinstance(error, StageError) else "".join(traceback.format_exception(error)))
    if isinstance(error, OSError):
        return words.console("failed-on-disk", path=error.filename or "?", reason=error.strerror or "?")
    name = error.stage if isinstance(error, StageError) else "write"
    return words.console("failed-in-stage", stage=words.console(f"stage-{name}"))
