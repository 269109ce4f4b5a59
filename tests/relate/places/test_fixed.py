"""What no reader asks for: a copy on disk leaves it out."""

import pytest

from geleerd.relate.places.fixed import is_sitemap, needs_a_server


@pytest.mark.parametrize("path", ["sitemap.xml", "sitemap-1.xml", "sitemap-12.xml", "robots.txt", "_redirects", "pagefind/x", "a/b.mjs"])
def test_what_only_servers_read_stays_out_of_a_copy(path):
    assert needs_a_server(path)


@pytest.mark.parametrize(
    "path", ["index.html", "sitemap-.xml", "sitemap-1.xml/index.html", "lessen/sitemap-1.xml", "llms.txt", "sitemap-1.html"]
)
def test_what_readers_open_is_copied(path):
    assert not needs_a_server(path)
    assert not is_sitemap(path)
