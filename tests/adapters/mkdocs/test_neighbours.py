"""Plugins of others beside ours: what goes together is in the handbook for owners, and what does not is refused in a sentence."""

from types import SimpleNamespace

import pytest

from geleerd.adapters.mkdocs.neighbours import refused_neighbour, was_noticed
from geleerd.locale.catalogue import catalogue
from tests.workbench.building import ROOT, run

POST = "---\ntitle: Eerste bericht\ndate: 2026-01-02\n---\n\nTekst van het bericht.\n\n<!-- more -->\n\nDe rest.\n"
TRIED = [
    *("search", "tags", "blog", "rss", "redirects", "macros", "minify", "awesome-nav", "literate-nav", "glightbox"),
    *("git-revision-date-localized", "privacy", "include-markdown"),
]


@pytest.mark.parametrize(
    ("options", "is_refused"),
    [({"match_path": ".*"}, True), ({"match_path": ".*", "enabled": False}, False), ({"match_path": "blog/posts/.*"}, False)],
)
def test_feeds_of_pages_without_a_file_are_refused(options, is_refused):
    refusal = refused_neighbour({"rss": SimpleNamespace(config=options)}, catalogue("nl"))
    assert bool(refusal) is is_refused
    assert refused_neighbour({"search": SimpleNamespace(config={})}, catalogue("nl")) is None


def test_a_blog_of_the_staff_has_a_list_of_its_posts(write_once):
    config = (ROOT / "tests/knowledge_base/mkdocs.yml").read_text().replace("[geleerd]", "[geleerd, tags, blog: {pagination_per_page: 1}]")
    posts = {f"content/blog/posts/{name}.md": POST.replace("Eerste", name) for name in ("Tweede", "Eerste")}
    root = write_once({"mkdocs.yml": config, "content/blog/index.md": "# Nieuws\n", **posts})
    done = run(["mkdocs", "build", "--strict"], root)
    assert done.returncode == 0, done.stderr
    lists = [(root / "site/blog" / page / "index.html").read_text() for page in ("", "page/2")]
    for html in lists:
        assert html.count("Tekst van het bericht.") == 1
        assert 'href="' in html.split("<section>")[1]
        assert 'class="pager"' in html
    assert "Eerste bericht" in "".join(lists)
    assert "Tweede bericht" in "".join(lists)


@pytest.mark.parametrize("path", ["docs/en/owner.md", "content/over/handleiding/eigenaar.md"])
def test_every_plugin_that_was_tried_is_in_the_handbook(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    assert [name for name in TRIED if f"| `{name}`" not in text] == []


@pytest.mark.parametrize(
    ("program", "told", "is_noticed"),
    [
        ("/bin/mkdocs", "true", True),
        ("C/mkdocs.exe", "true", True),
        ("/mkdocs/__main__.py", "true", True),
        ("/bin/mkdocs", "1", False),
        ("/bin/properdocs", "true", False),
    ],
)
def test_what_material_tells_owners_is_put_in_its_place_when_it_was_told(program, told, is_noticed, monkeypatch):
    monkeypatch.setattr("sys.argv", [program, "build"])
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", told)
    assert was_noticed() is is_noticed
