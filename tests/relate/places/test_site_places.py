"""The list of what stands on the site is held against all that a build writes: nothing is written that is not listed, and nothing listed is missing."""

import re
from pathlib import Path

import pytest

from geleerd import Library, catalogue, library_of
from geleerd.model.urls import file_of
from geleerd.relate.places.fixed import FOLDERS
from geleerd.relate.places.site_place import Kind
from tests.workbench.building import ROOT, SMALL, Write, built, settings
from tests.workbench.full_items import frame_files, item_files
from tests.workbench.small_items import SUPERSEDED, tip

CONFIG = (SMALL / "mkdocs.yml").read_text(encoding="utf-8")
NOT_WRITTEN = {"sitemap.xml.gz"}
"""What is kept free for hosts that write it."""


def everything(language: str) -> dict[str, str | bytes]:
    """Files that together make every kind of place."""
    word = catalogue(language).word
    tips, formats, networks, moments, decks = (word(key) for key in ("tip", "work-format", "network", "phase", "deck"))
    many = {f"lessons/noord/t{number}.md": tip(f"t0000{'abcdefghjkmnpqrstvwxyz0123456789'[number]}") for number in range(30)}
    full = item_files()
    full["lessons/vol-work-format.md"] = full["lessons/vol-work-format.md"].replace("language: fy\n", f"aliases: [/{formats}/eerder/]\n")
    full["lessons/vol-tip.md"] = (
        full["lessons/vol-tip.md"]
        .replace('url: "https://kaart.example/tip"', "file: kaart.pdf")
        .replace("language: fy\n", f"aliases: [/{tips}/eerder/, /oud.html]\n")
    )
    withdrawn = f"---\nid: k8m2xq\ntype: work-format\ndate: 2026-11-22\nstatus: withdrawn\naliases: [/{formats}/nog-eerder/]\n---\n"
    return {
        **many,
        **full,
        **frame_files(),
        "mkdocs.yml": CONFIG.replace("[geleerd]", f"[geleerd: {{language: {language}}}]"),
        "lessons/kaart.pdf": b"%PDF-1.4\n",
        "lessons/weg.md": withdrawn,
        "lessons/oud.md": SUPERSEDED,
        "lessons/concept.md": tip("k9m2xq", "status: draft\n"),
        "content/netwerken/zuid.md": f"---\nname: Zuid\naliases: [/{networks}/zuiden/, /{networks}/zuid/oud/]\n---\n",
        "content/netwerken/concept.md": "---\nname: Concept\nstatus: draft\n---\n",
        "content/index.md": "---\ntitle: Welkom\n---\nHallo.\n",
        f"content/{tips}/index.md": "---\ntitle: Onze tips\n---\nLees ze.\n",
        f"content/{word('tag')}/trefwoord-tip.md": "---\ntitle: Een trefwoord\n---\nWat wij eronder verstaan.\n",
        f"content/{word('agenda')}.md": f"---\ntitle: Agenda\naliases: [/{networks}/opgegaan/, /kalender/]\n---\nKom ook.\n",
        f"content/{moments}/README.md": f"---\ntitle: Momenten\naliases: [/{moments}/vroeger/]\n---\nKies er een.\n",
        "content/v1.0/handleiding.md": "---\ntitle: Handleiding\n---\nZo gaat het.\n",
        "content/folder.pdf": b"%PDF-1.4\n",
        "content/begrippen.yml": "- {term: Trefwoord-lesson, meaning: Een woord., synonyms: [ander woord]}\n",
        f"content/{word('theme')}-{decks}.md": "---\ntitle: Over kaarten\n---\nNiets.\n",
    }


class Written:
    """What a build wrote, beside the library of what it was built from."""

    def __init__(self, site: Path, library: Library) -> None:
        self.library = library
        self.files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        self.listed = {file_of(place.address) for place in library.places.listed}
        self.listed |= {file for place in library.places.listed for file in place.beside}

    def is_expected(self, file: str) -> bool:
        """Whether a file follows from the list though it is not in it: a further page, or what an author or the staff added."""
        further = re.fullmatch(rf"(.+/){self.library.catalogue.word('page')}/\d+/index\.html", file)
        if further:
            return file_of(further[1]) in self.listed
        return file.startswith(FOLDERS) or self.library.is_of_the_staff(file) or self._is_of_an_item(file)

    def _is_of_an_item(self, file: str) -> bool:
        kept = {path.rpartition("/")[2] for path in self.library.collection.files if not path.endswith(".md")}
        pages = {place.address for place in self.library.places.listed if place.kind in {Kind.ITEM, Kind.ALIAS}}
        folder, _, name = file.rpartition("/")
        return f"{folder}/" in pages and name in kept


@pytest.fixture(scope="module", params=["nl", "en", "real"])
def written(request: pytest.FixtureRequest, write_once: Write) -> Written:
    if request.param == "real":
        return Written(request.getfixturevalue("real_site"), library_of(settings(ROOT)))
    root = write_once(everything(request.param))
    result = built(root)
    assert result.returncode == 0, result.stderr
    return Written(root / "site", library_of(settings(root, request.param)))


def test_every_file_that_a_build_writes_is_in_the_list(written):
    assert {file for file in written.files - written.listed if not written.is_expected(file)} == set()


def test_every_place_in_the_list_is_written(written):
    assert written.listed - written.files == NOT_WRITTEN


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_built_here_has_a_place_of_every_kind(write, language):
    library = library_of(settings(write(everything(language)), language))
    assert {place.kind for place in library.places.listed} == set(Kind)
