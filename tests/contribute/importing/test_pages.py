"""What the place of a page elsewhere says of it."""

import pytest

from geleerd.contribute.importing.pages import PageName, addresses_of, page_at


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/a/b.md", "/a/b"),
        ("/a/b.html.md.erb", "/a/b"),
        ("/a/b.html", "/a/b"),
        ("/a/b/", "/a/b"),
        ("/a/b/index.md", "/a/b"),
        ("/a/b/README.md", "/a/b"),
        ("/a/_index.html", "/a"),
        ("/a/v1.2.md", "/a/v1.2"),
        ("/a/plaat.png", "/a/plaat.png"),
        ("/index.md", "/"),
        ("index.md", "."),
        ("/a/.md", "/a/.md"),
    ],
)
def test_files_and_addresses_of_one_page_are_one(path, page):
    assert page_at(path) == page


@pytest.mark.parametrize(
    ("path", "name", "day", "folder", "title"),
    [
        ("/r/begin-klein.md", "begin-klein", "", "", "Begin klein"),
        ("/r/_posts/2019-05-06-begin_klein.md", "begin_klein", "2019-05-06", "_posts", "Begin klein"),
        ("/r/zorg/wijk/index.md", "wijk", "", "zorg", "Wijk"),
        ("/r/zorg/README.md", "zorg", "", "", "Zorg"),
        ("/r/index.md", "r", "", "", "R"),
        ("/r/a/01-eerste stap.md", "01-eerste stap", "", "a", "Eerste stap"),
        ("/r/2024.md", "2024", "", "", "2024"),
    ],
)
def test_a_name_is_that_of_the_file_or_its_folder(path, name, day, folder, title):
    called = PageName.of(path, "/r")
    assert (called.name, called.day, called.folder, called.title) == (name, day, folder, title)


@pytest.mark.parametrize(
    ("fields", "day", "addresses"),
    [
        ({"permalink": "/a/b/", "redirect_from": ["/c.html", "weg"], "url": None}, "", ("/a/b", "/c")),
        ({"aliases": ["Een naam", "/oud/"], "permalink": 3}, "", ("/oud",)),
        ({}, "2019-05-06", ("/2019/05/06/x",)),
    ],
)
def test_a_page_may_say_its_former_addresses(fields, day, addresses):
    assert addresses_of(fields, PageName("x", day)) == addresses
