"""What links of other systems mean: from a file, from its address, or from the root of a site."""

import pytest

from geleerd.contribute.importing.targets import NewPage, PageTargets, address_key, wiki_name
from geleerd.contribute.importing.templates import names_title
from geleerd.read.foreign.writings import Note

PAGES = {
    "/s/docs/a": NewPage("/k/nieuw/a-nieuw.md", "a-kop"),
    "/s/docs/b c": NewPage("/k/nieuw/b.md"),
    "/s/docs/map": NewPage("/k/elders/map.md"),
    address_key("/oud/adres/"): NewPage("/k/elders/map.md"),
    wiki_name("De titel"): NewPage("/k/nieuw/b.md"),
}
FILES = {"/s/docs/plaat.png": "/k/nieuw/plaat.png", "/s/assets/p.pdf": "/k/nieuw/p.pdf", "/s/docs/groot.zip": Note("file-left")}


class Files:
    def copied(self, path):
        return FILES.get(path)

    def anywhere(self, name):
        return {"ergens.png": "/s/docs/plaat.png"}.get(name, "")


def targets(source="/s/docs/a.md"):
    return PageTargets(source, NewPage("/k/nieuw/a-nieuw.md", "a-kop"), "/s", PAGES, Files())


@pytest.mark.parametrize(
    ("written", "new"),
    [
        ("b%20c.md", "b.md"),
        ("b c.md", "b.md"),
        ("b%20c.html?x=1#kop", "b.md?x=1#kop"),
        ("./map/", "../elders/map.md"),
        ("map/index.md#kop twee", "../elders/map.md#kop%20twee"),
        ("../docs/map", "../elders/map.md"),
        ("/docs/map.html", "../elders/map.md"),
        ("/map/", "../elders/map.md"),
        ("/oud/adres/?x", "../elders/map.md?x"),
        ("../map/", "../elders/map.md"),
        ("a.md#a-kop", "a-nieuw.md"),
        ("#a-kop", "a-nieuw.md"),
        ("plaat.png", "plaat.png"),
        ("../plaat.png", "plaat.png"),
        ("/assets/p.pdf#page=2", "p.pdf#page=2"),
    ],
)
def test_a_link_finds_what_it_means(written, new):
    found = targets()
    assert found(written) == new
    assert found.left == {}


@pytest.mark.parametrize(
    "written", ["https://example.org/a.md", "//x/a.md", "mailto:a@b", "#kop", "", "/l/k7m2xr/", "{{ a }}.md", "http://[x"]
)
def test_a_link_to_elsewhere_stays_without_a_word(written):
    found = targets()
    assert found(written) is None
    assert found.left == {}


@pytest.mark.parametrize(("written", "key"), [("weg.md", "link-left"), ("../../../weg/", "link-left"), ("groot.zip", "file-left")])
def test_what_is_not_there_is_named(written, key):
    found = targets()
    assert found(written) is None
    assert [note.key for note in found.left.values()] == [key]


def test_a_name_between_double_brackets_is_a_title_or_a_file_beside_the_page():
    assert targets().wiki("de  Titel") == "b.md"
    assert targets().wiki("De titel#Kop één") == "b.md#kop-een"
    assert targets().wiki("plaat.png") == "plaat.png"
    assert targets().wiki("map/ergens.png") == "plaat.png"
    found = targets()
    assert found.wiki("weg") is None
    assert [note.words["target"] for note in found.left.values()] == ["[[weg]]"]


@pytest.mark.parametrize(
    ("field", "file"),
    [
        ("plaat.png", "plaat.png"),
        ("/assets/p.pdf", "p.pdf"),
        ("b%20c.md", None),
        ("x\n.png", None),
        ("weg.png", None),
        ("https://x.nl/a.png", None),
    ],
)
def test_a_field_may_name_a_file(field, file):
    assert targets().file(field) == file


@pytest.mark.parametrize("text", ["{{ page.title }}", "<%= current_page.data.title %>", "{{title}}"])
def test_a_command_may_stand_for_the_title(text):
    assert names_title(text)
    assert not names_title(f"Over {text}")
