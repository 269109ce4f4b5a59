"""Serves the site of a knowledge base for `geleerd serve`, until somebody stops it."""

import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import click

from geleerd.adapters.output.whose import sources_of
from geleerd.adapters.outside.collector import rarely_collecting
from geleerd.adapters.serving.latest import Latest
from geleerd.adapters.serving.rebuilding import Rebuilding
from geleerd.adapters.serving.requests import Server
from geleerd.adapters.serving.watching import watched
from geleerd.adapters.settings.configuration import CONFIG
from geleerd.adapters.settings.load import settings_around
from geleerd.locale.catalogue import catalogue


def serve_site(here: Path, address: str, port: int) -> None:
    """Serve the site of the knowledge base around a folder. Raises `click.ClickException`, `OSError` and `StageError`."""
    settings = settings_around(here)
    words = catalogue(settings.language, settings.declarations)
    with TemporaryDirectory(prefix="geleerd-") as place, rarely_collecting():
        rebuilding = Rebuilding(settings.root, Path(place), lambda line: click.echo(line, err=True))
        with watched(sources_of(settings), settings.root / CONFIG) as saves:
            latest = Latest(rebuilding.first())
            try:
                server = Server((address, port), latest, _base(settings.site_url))
            except OSError as error:
                raise click.ClickException(words.console("serve-taken", address=address, port=port, reason=error.strerror)) from None
            following = threading.Thread(target=rebuilding.follow, args=(saves, latest))
            following.start()
            try:
                with server:
                    click.echo(words.console("serve-at", url=server.url))
                    server.serve_forever()
            finally:
                rebuilding.stop(saves)
                following.join()


def _base(site_url: str) -> str:
    """The path below which a site lives, as at its own address."""
    return f"/{urlsplit(site_url).path.strip('/')}/".replace("//", "/")
