"""What `mkdocs serve` watches."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from geleerd.adapters.mkdocs.watching import watch_without_links


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    server = LiveReloadServer(builder=lambda: None, host="localhost", port=0, root=str(tmp_path / "site"))
    yield server
    server.server_close()


def seen(server: LiveReloadServer) -> set[str]:
    """The paths that a first look finds."""
    found = set()
    for emitter in server.observer.emitters:
        emitter.on_thread_start()
        found |= emitter._snapshot.paths
    return found


def test_the_same_folders_and_files_are_watched_and_no_links_in_them_followed(server, tmp_path):
    (tmp_path / "inhoud/map").mkdir(parents=True)
    (tmp_path / "inhoud/map/x.md").write_text("x")
    (tmp_path / "inhoud/proces").symlink_to("/proc/self")
    (tmp_path / "inhoud/lus").symlink_to(".")
    (tmp_path / "content").symlink_to("inhoud")
    (tmp_path / "mkdocs.yml").write_text("x")
    server.watch(str(tmp_path / "content"))
    server.watch(str(tmp_path / "mkdocs.yml"))
    watch_without_links(server)
    below = {str(tmp_path / "content" / name) for name in ("", "lus", "map", "map/x.md", "proces")}
    assert {path for path in seen(server) if f"{tmp_path}/content" in path} == {path.rstrip("/") for path in below}
    assert str(tmp_path / "mkdocs.yml") in seen(server)
    server.unwatch(str(tmp_path / "content"))
    assert str(tmp_path / "mkdocs.yml") in seen(server)


def test_what_contributors_write_and_what_was_fetched_of_others_is_watched(server, write):
    root = write({"federated/oost.json": "{}"})
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins["geleerd"].on_serve(server, config, None)
    assert {str(root / "lessons"), str(root / "federated/oost.json")} <= seen(server)
