"""Somebody writes, and looks at the page: it is there after each save, from the first to the last."""

import threading
import time
from concurrent.futures import Future
from contextlib import closing, contextmanager
from http.client import HTTPConnection

import click
import pytest

from geleerd import Page
from geleerd.adapters.serving import command
from geleerd.adapters.serving.latest import Latest
from geleerd.adapters.serving.rebuilding import Rebuilding
from geleerd.adapters.serving.requests import LIVE, SCRIPT, Server
from geleerd.adapters.settings.load import settings_at, with_folders
from geleerd.model.urls import file_of
from geleerd.pipeline import NOTHING_YET, planned
from tests.workbench.full_items import frame_files, item_files

PAGE, FILE = "/tips/begin-klein/", "lessons/begin-klein.md"


class Reader:
    """Somebody with a browser."""

    def __init__(self, server):
        self.server = server

    def asks(self, path, method="GET", **headers):
        with closing(HTTPConnection("127.0.0.1", self.server.server_port, timeout=20)) as connection:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(), answer

    def sees(self, path, *words):
        """Whether all words are on a page within some seconds."""
        for _ in range(400):
            _, html, _ = self.asks(path)
            if all(word in html for word in words):
                return True
            time.sleep(0.05)
        return html


@contextmanager
def serving(root, monkeypatch):
    """The command at work, as a person starts it."""
    started: Future[Server] = Future()
    said: list[str] = []

    class Known(Server):
        def serve_forever(self, poll_interval=0.05):
            started.set_result(self)
            super().serve_forever(poll_interval)

    monkeypatch.setattr(command, "Server", Known)
    monkeypatch.setattr(click, "echo", lambda line, **_: said.append(line))
    thread = threading.Thread(target=command.serve_site, args=(root, "127.0.0.1", 0), daemon=True)
    thread.start()
    server = started.result(60)
    try:
        yield Reader(server), said
    finally:
        server.shutdown()
        thread.join(20)


@pytest.fixture
def root(write):
    root = write({**item_files(), **frame_files()})
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("name: material,", "name: material, custom_dir: eigen,"))
    (root / "eigen/partials").mkdir(parents=True)
    return root


def test_what_somebody_saves_is_on_the_page(root, monkeypatch):
    file = root / FILE
    written = file.read_text()
    with serving(root, monkeypatch) as (reader, said):
        assert reader.sees(PAGE, "Begin klein")
        assert f"http://127.0.0.1:{reader.server.server_port}/" in said[-1]
        file.write_text(f"{written}\nNu bewaard.\n")
        assert reader.sees(PAGE, "Nu bewaard.") is True
        file.write_text(written.replace("title:", "titel:", 1))
        assert reader.sees(PAGE, "Deze pagina kan nog niet op de site", FILE, "title") is True
        assert any(line.startswith(f"{FILE}:") for line in said)
        permalink = next(line.split()[1] for line in written.splitlines() if line.startswith("id:"))
        assert reader.sees(f"/l/{permalink}/", "Deze pagina kan nog niet op de site", FILE) is True
        file.write_text(written.replace("title: ", "title: Anders ", 1))
        assert reader.sees(PAGE, "Anders") is True
        (root / "eigen/partials/site-footer.html").write_text("<p>Eigen voet</p>")
        assert reader.sees(PAGE, "Eigen voet") is True
        assert reader.sees("/feed.xml", "Anders") is True  # the files follow the page


def add(root, file, text):
    (root / file).write_text((root / file).read_text() + text)


def put(root, file, old, new):
    text = (root / file).read_text()
    assert old in text
    (root / file).write_text(text.replace(old, new, 1))


EDITS = {
    "a body": lambda root: add(root, FILE, "\nNog een zin, met [een link](https://elders.example/).\n"),
    "a title": lambda root: put(root, FILE, "title: ", "title: Anders "),
    "the same body again": lambda root: put(root, FILE, "\nNog een zin", "\nToch een andere zin"),
    "a setting": lambda root: put(root, "mkdocs.yml", "site_name: ", "site_name: Andere "),
    "a file that goes": lambda root: (root / FILE).unlink(),
}


class Bursts:
    """Saves that were heard one after the other; then nobody waits any more."""

    def __init__(self, *files):
        self.files = list(files)

    def wait(self):
        return frozenset({self.files.pop()} if self.files else ())


def test_what_was_not_planned_again_is_as_if_it_were(root, tmp_path):
    """After every save the pages in memory are those of a plan that knows nothing of the one before."""
    said = []
    rebuilding = Rebuilding(root, tmp_path / "shown", said.append)
    latest = Latest(rebuilding.first())
    planned_again = []
    for name, edit in EDITS.items():
        edit(root)
        before = latest.site.pages
        rebuilding.follow(Bursts(str(root / FILE)), latest)
        whole = planned(with_folders(settings_at(root)), NOTHING_YET)
        assert latest.site.pages == {file_of(job.address): job for job in whole.jobs if isinstance(job, Page)}, name
        planned_again.append(sum(page is not before.get(path) for path, page in latest.site.pages.items()))
        assert (latest.site.folder / "feed.xml").is_file(), said
    assert planned_again[0] == planned_again[2] < 10 < planned_again[1]


def test_a_page_asks_for_news_and_a_file_comes_as_it_is(root, monkeypatch):
    with serving(root, monkeypatch) as (reader, _):
        _, html, answer = reader.asks(PAGE)
        number = reader.server.latest.site.number
        assert f'<script type="module" src="/{SCRIPT}?{number}"></script></head>' in html
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"
        assert LIVE in reader.asks(f"/{SCRIPT}?{number}")[1]
        assert reader.asks("/tips/begin-klein")[2].headers["Location"] == PAGE
        assert reader.asks(PAGE, "HEAD")[:2] == (200, "")
        assert reader.asks("/assets/stylesheets/geleerd.css")[2].headers["Content-Type"] == "text/css; charset=utf-8"
        with closing(HTTPConnection("127.0.0.1", reader.server.server_port, timeout=20)) as connection:
            connection.request("GET", f"/{LIVE}")
            with connection.getresponse() as news:
                assert news.readline() == b"data: %d\n" % number
                (root / FILE).write_text((root / FILE).read_text() + "\nNog iets.\n")
                assert news.readline() == b"\n"
                assert news.readline() == b"data: %d\n" % (number + 1)


@pytest.mark.parametrize(("file", "path"), [("content/over/index.md", "/over/"), ("eigen/eigen.css", "/eigen.css")])
def test_a_page_loads_again_when_the_files_that_follow_are_there(root, monkeypatch, file, path):
    (root / "eigen/eigen.css").write_text("p {}\n")
    with (
        serving(root, monkeypatch) as (reader, _),
        closing(HTTPConnection("127.0.0.1", reader.server.server_port, timeout=20)) as connection,
    ):
        number = reader.server.latest.site.number
        connection.request("GET", f"/{LIVE}")
        with connection.getresponse() as news:
            (root / file).write_text("nu_bewaard {}\n")
            loaded = ""
            while "nu_bewaard" not in loaded:  # the connection gives up when no news comes
                told = int(news.readline().removeprefix(b"data: "))
                assert told <= number + 4
                assert news.readline() == b"\n"
                loaded = reader.asks(path)[1] if told > number else ""


@pytest.mark.parametrize(("wrong", "told"), [("{% if %}", "site-footer.html:1: "), ("{{ 1 / 0 }}", "bij het schrijven van de site")])
def test_a_template_with_an_error_is_said_until_it_is_mended(root, monkeypatch, wrong, told):
    template = root / "eigen/partials/site-footer.html"
    with serving(root, monkeypatch) as (reader, said):
        template.write_text(wrong)
        assert reader.sees(PAGE, "Deze pagina kan nog niet op de site", told) is True
        assert reader.asks(PAGE)[0] == 500
        for _ in range(400):
            if "blijft zoals die was" in said[-1]:
                break
            time.sleep(0.05)
        assert "blijft zoals die was" in said[-1]
        template.write_text("<p>Weer heel</p>")
        assert reader.sees(PAGE, "Weer heel") is True
        assert reader.sees("/404.html", "Weer heel") is True


@pytest.mark.parametrize("path", ["/weg/", "/..%2f..%2fmkdocs.yml", "/../mkdocs.yml", "/%00", "/a\\b", "//etc/passwd", "/./feed.xml"])
def test_what_is_not_on_the_site_is_nowhere(served, path):
    status, html, _ = served.asks(path)
    assert status == 404
    assert "site_name" not in html


@pytest.mark.parametrize("host", ["elders.example", "elders.example:80", "127.0.0.1.elders.example", "", "[", "é"])
def test_a_name_elsewhere_that_leads_here_gets_nothing(served, host):
    assert served.asks(PAGE, Host=host.encode())[:2] == (403, "")


@pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST", "127.0.0.1", "[::1]:8000", "192.168.1.4:8000"])
def test_this_machine_may_be_called_by_its_numbers(served, host):
    assert served.asks(PAGE, Host=host)[0] == 200


@pytest.fixture(scope="module")
def served(write_once):
    with pytest.MonkeyPatch.context() as monkeypatch, serving(write_once(item_files()), monkeypatch) as (reader, _):
        yield reader


def test_a_port_that_is_taken_is_said_in_a_sentence(served, root):
    with pytest.raises(click.ClickException, match="geleerd serve --port"):
        command.serve_site(root, "127.0.0.1", served.server.server_port)


def test_a_configuration_that_cannot_be_read_leaves_the_site_as_it_was(root, monkeypatch):
    with serving(root, monkeypatch) as (reader, said):
        config = root / "mkdocs.yml"
        written = config.read_text()
        config.write_text("site_name: [")
        for _ in range(200):
            if "geen goede YAML" in said[-1]:
                break
            time.sleep(0.05)
        assert "geen goede YAML" in said[-1]
        assert reader.sees(PAGE, "Begin klein") is True
        config.write_text(written.replace("site_name: ", "site_name: Andere "))
        assert reader.sees(PAGE, "Andere") is True
