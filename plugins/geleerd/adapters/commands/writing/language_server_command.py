"""`geleerd language-server`."""

import click

from geleerd.adapters.outside.mishap import RefusalError
from geleerd.locale.catalogue import catalogue
from geleerd.model.settings import DEFAULT_LANGUAGE


@click.command(name="language-server")
def language_server_command() -> None:
    """Help in een editor bij het schrijven: fouten, uitleg en keuzes terwijl je typt. De editor start deze opdracht zelf.

    Hij spreekt het Language Server Protocol over stdin en stdout, en kijkt alleen naar bestanden van een kennisbank.
    """
    try:
        from geleerd.adapters.editing.server import language_server  # noqa: PLC0415  # no other command needs what it loads, nor does every install have it
    except ImportError:
        raise RefusalError(catalogue(DEFAULT_LANGUAGE).console("editor-pygls")) from None
    language_server().start_io()
