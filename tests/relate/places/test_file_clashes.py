"""The staff's files at places of the product: the golden cases `file-clash` and `twin-address` have what the check says of them."""

import datetime

import pytest

from geleerd.model.settings import Settings
from geleerd.reading import reading_of
from geleerd.relate.places.fixed import is_reserved
from geleerd.relate.places.staff_files import staff_files


@pytest.mark.parametrize("path", ["build.json", "Build.JSON", "pagefind/pagefind.js", "PageFind/x", "pagefind"])
def test_a_place_is_reserved_in_whatever_case(path):
    assert is_reserved(path)


@pytest.mark.parametrize("path", ["robots.txt", "_redirects", "404.html", "over/build.json", "pagefinder/x.js", "assets/site.css"])
def test_everywhere_else_a_file_of_the_staff_wins(path):
    assert not is_reserved(path)


def test_a_file_at_a_reserved_place_stays_offline(write):
    root = write({"content/build.json": "{}", "content/pagefind/pagefind.js": "0", "content/robots.txt": "User-agent: *"})
    settings = Settings(root=root, today=datetime.date(2026, 11, 22), site_name="Proef")
    files = staff_files(reading_of(settings).library.collection, settings.folders)
    assert {"content/build.json", "content/pagefind/pagefind.js", "content/robots.txt"} & set(files) == {"content/robots.txt"}


def test_a_file_where_a_page_of_the_staff_comes_to_stand_is_told(write):
    root = write({"content/hallo.md": "# Hallo", "content/hallo/index.html": "x", "content/dag/index.html": "x"})
    problems = reading_of(Settings(root=root, today=datetime.date(2026, 11, 22), site_name="Proef")).problems
    assert [(p.place.file, p.parameters["other"]) for p in problems if p.code == "page-clash"] == [
        ("content/hallo/index.html", "content/hallo.md")
    ]
