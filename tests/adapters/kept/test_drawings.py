"""Pictures are drawn once; afterwards they are taken from where they were kept. And pages of the staff are shared as others are."""

import re
from html.parser import HTMLParser

import pytest

from geleerd import Drawing
from geleerd.adapters.kept.drawings import CACHE, drawn, forget_others
from geleerd.adapters.kept.folder import kept_folder
from geleerd.adapters.outside.git import git
from geleerd.model.artefacts import ShareImage
from tests.workbench.building import Write, built

KEY, OTHER = "a" * 64, "b" * 64


class Pen:
    """Draws the title of a picture, and remembers what it drew."""

    def __init__(self) -> None:
        self.drew: list[str] = []

    def __call__(self, image: ShareImage) -> bytes:
        self.drew.append(image.title)
        return image.title.encode()


def drawing(key: str = KEY) -> Drawing:
    return Drawing("x.png", key, ShareImage("tip", "Tip", key, "", ""))


def test_what_was_drawn_is_not_drawn_again(tmp_path):
    pen = Pen()
    assert [drawn(drawing(), tmp_path / "new" / "folder", pen) for _ in range(3)] == [KEY.encode()] * 3
    assert pen.drew == [KEY]
    assert drawn(drawing(OTHER), tmp_path / "new" / "folder", pen) == OTHER.encode()
    assert pen.drew == [KEY, OTHER]


def test_a_folder_that_cannot_be_used_costs_time_alone(tmp_path):
    (tmp_path / "file").write_text("in de weg")
    pen = Pen()
    assert [drawn(drawing(), tmp_path / "file" / "below", pen) for _ in range(2)] == [KEY.encode()] * 2
    assert pen.drew == [KEY, KEY]


def test_a_link_is_never_followed(tmp_path):
    (tmp_path / "geheim").write_text("geheim")
    folder = tmp_path / "cards"
    folder.mkdir()
    (folder / KEY).symlink_to(tmp_path / "geheim")
    assert drawn(drawing(), folder, Pen()) == KEY.encode()
    assert (tmp_path / "geheim").read_text() == "geheim"


@pytest.mark.parametrize("link", [CACHE, CACHE.parent, CACHE.parent.parent])
def test_a_cache_behind_a_link_is_neither_read_nor_emptied(tmp_path, link):
    (tmp_path / "elders").mkdir()
    (tmp_path / link).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / "elders")
    (tmp_path / CACHE).mkdir(parents=True, exist_ok=True)
    (tmp_path / CACHE / OTHER).write_bytes(b"van iemand")
    assert kept_folder(tmp_path, CACHE) is None
    forget_others([], kept_folder(tmp_path, CACHE))
    assert drawn(drawing(OTHER), kept_folder(tmp_path, CACHE), Pen()) == OTHER.encode()
    assert (tmp_path / CACHE / OTHER).read_bytes() == b"van iemand"


def test_a_drawing_that_came_with_the_files_is_not_believed(tmp_path):
    kept = tmp_path / CACHE / KEY
    assert kept_folder(tmp_path, CACHE) == kept.parent
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"vervalst")
    for words in (["init", "-q"], ["add", "-A"]):
        git(tmp_path, *words)
    assert kept_folder(tmp_path, CACHE) is None
    git(tmp_path, "rm", "-q", "--cached", "-r", ".cache")
    assert kept_folder(tmp_path, CACHE) == kept.parent


def test_what_is_no_longer_asked_for_goes_and_the_rest_stays(tmp_path):
    for key in (KEY, OTHER):
        drawn(drawing(key), tmp_path, Pen())
    (tmp_path / "van iemand anders").touch()
    forget_others([drawing()], tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {KEY, ".gitignore", "van iemand anders"}
    forget_others([drawing()], tmp_path / "nowhere")


def test_a_second_build_takes_the_pictures_that_the_first_kept(built_root):
    """What lies under a key is what comes on the site: so it was not drawn again."""
    root = built_root
    kept = sorted((root / CACHE).glob("?" * 64))
    assert len(kept) == 3
    assert (root / CACHE / ".gitignore").read_text() == "*\n"
    for file in kept:
        file.write_bytes(b"bewaard")
    assert built(root, "--strict").returncode == 0
    assert {file.read_bytes() for file in (root / "site/l").glob("*/kaart.png")} == {b"bewaard"}
    assert not any((root / "site").rglob(".cache"))


def test_an_owner_switches_the_pictures_off(write: Write):
    root = write({})
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("[geleerd]", "[geleerd: {cards: false}]"))
    assert built(root, "--strict").returncode == 0
    assert not list((root / "site").rglob("kaart.png"))
    assert not (root / CACHE).exists()
    assert "og:image" not in (root / "site/tips/begin-klein/index.html").read_text()


class Meta(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.canonical: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "meta" and ("property" in values or values.get("name") in {"description", "twitter:card"}):
            self.found.append((values.get("property") or values["name"], values["content"]))
        if values.get("rel") == "canonical":
            self.canonical.append(values["href"])


STAFF = """---
description: 'Wat "wij" <doen> & laten'
---
# Vraag & "antwoord" <b>vet</b> `<script>`

Tekst.
"""


def test_a_page_of_the_staff_is_shared_as_others_are(write: Write):
    root = write({"content/over/vraag.md": STAFF, "content/over/kop.md": "---\ntitle: 'A \"b\" <c> & d'\n---\nTekst.\n"})
    assert built(root, "--strict").returncode == 0
    html = (root / "site/over/vraag/index.html").read_text()
    meta = Meta(html)
    found = dict(meta.found)
    assert len(found) == len(meta.found)
    assert found["og:description"] == found["description"] == 'Wat "wij" <doen> & laten'
    assert found["og:title"] == 'Vraag & "antwoord" vet <script>'
    assert "<title>Vraag &amp; &#34;antwoord&#34; vet &lt;script&gt; - Proef</title>" in html
    assert found["og:url"] == "https://geleerd.example/over/vraag/"
    assert "share-image.png" in found["og:image"]
    assert dict(Meta((root / "site/over/kop/index.html").read_text()).found)["og:title"] == 'A "b" <c> & d'
    assert "og:" not in (root / "site/404.html").read_text()


def test_every_page_of_a_site_names_its_own_address_and_a_description(small_build):
    root = small_build.root
    pages = [page for page in (root / "site").rglob("index.html") if not re.search('http-equiv="refresh"', page.read_text())]
    assert len(pages) > 40
    for page in pages:
        meta = Meta(page.read_text())
        own = "https://geleerd.example/" + page.parent.relative_to(root / "site").as_posix().removeprefix(".")
        found = dict(meta.found)
        assert meta.canonical == [own if own.endswith("/") else f"{own}/"], page
        assert found["og:url"] == meta.canonical[0]
        if page.parent.name != "over":  # the small knowledge base has no description of its own, nor has that page
            assert found["description"], page
