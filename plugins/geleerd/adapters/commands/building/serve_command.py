"""`geleerd serve`."""

import signal
from pathlib import Path

import click


@click.command(name="serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="De poort; 0 kiest een vrije.")
@click.option(
    "--address", default="127.0.0.1", show_default=True, help="Het adres waarop de server luistert; standaard alleen voor deze computer."
)
def serve_command(*, port: int, address: str) -> None:
    """Schrijf en kijk mee: bouw de site, toon hem op deze computer, en ververs de pagina na elke keer dat je iets bewaart.

    Een pagina met een fout laat zien wat er mis is. De zoekindex, de feeds en andere bestanden volgen kort na de pagina.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the folder of the site goes, too
    from geleerd.adapters.serving.command import serve_site  # noqa: PLC0415  # loading it takes longer than to show the help

    serve_site(Path.cwd(), address, port)
