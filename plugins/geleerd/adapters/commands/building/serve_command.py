"""`geleerd serve`."""

import signal
from pathlib import Path

import click

from geleerd.adapters.commands.spoken import SpokenCommand


@click.command(name="serve", cls=SpokenCommand)
@click.option("--port", metavar="NUMBER", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--address", metavar="ADDRESS", default="127.0.0.1", show_default=True)
def serve_command(*, port: int, address: str) -> None:
    """Builds the site, shows it, and builds it again after each change."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the folder of the site goes, too
    from geleerd.adapters.serving.command import serve_site  # noqa: PLC0415  # loading it takes longer than to show the help

    serve_site(Path.cwd(), address, port)
