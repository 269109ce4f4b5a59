"""`geleerd archive --base`: a page of the copy links to what changed, whatever the titles of a proposal hold."""

import re

import pytest

from geleerd.adapters.commands.keeping.changed_pages import write_changed_pages
from geleerd.adapters.outside.git import RevisionError
from tests.workbench.building import Write, settings
from tests.workbench.revisions import commit
from tests.workbench.small_items import tip


def test_it_links_the_pages_of_the_files_that_changed(write: Write, tmp_path_factory):
    root, copy = write({}), tmp_path_factory.mktemp("kopie")
    commit(root)
    (root / "lessons/nieuw.md").write_text(tip("k7m2xq").replace("Titel van k7m2xq", "'<script>alert(1)</script> nieuw'"))
    (root / "content/themas/borging.md").write_text("---\nname: Borging\ndefinition: Zorgen dat iets goeds blijft.\n---\n")
    (root / "lessons/vraag-het-de-mensen.md").unlink()
    commit(root)
    page = write_changed_pages(settings(root), "HEAD~1", copy)
    assert page.name == "wat-er-verandert.html"
    text = page.read_text(encoding="utf-8")
    assert re.findall(r'<li><a href="([^"]*)">(.*?)</a></li>', text) == [
        ("themas/borging/index.html", "Borging"),
        ("tips/nieuw/index.html", "&lt;script&gt;alert(1)&lt;/script&gt; nieuw"),
    ]
    assert "<script" not in text


def test_it_says_when_nothing_with_a_page_changed_and_knows_no_other_version(write: Write, tmp_path_factory):
    root, copy = write({}), tmp_path_factory.mktemp("kopie")
    commit(root)
    assert "<li>" not in write_changed_pages(settings(root), "HEAD", copy).read_text(encoding="utf-8")
    with pytest.raises(RevisionError):
        write_changed_pages(settings(root), "--output=x", copy)
