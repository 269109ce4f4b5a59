"""`geleerd language-server`."""

import click

from geleerd.adapters.commands.spoken import SpokenCommand, words_here
from geleerd.adapters.outside.mishap import RefusalError


@click.command(name="language-server", cls=SpokenCommand)
def language_server_command() -> None:
    """Answers an editor, which starts this command itself, over standard input and output."""
    try:
        from geleerd.adapters.editing.server import language_server  # noqa: PLC0415  # no other command needs what it loads, nor does every install have it
    except ImportError:
        raise RefusalError(words_here().console("editor-pygls")) from None
    language_server().start_io()
