"""A link in the frame is the one that the host would give, so that whoever writes a site writes the same."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import normalize_url

from geleerd.making.relative_links import shown_below, shown_from

NAMES = st.sampled_from(["a", "b", "c.html", "..", ".", "", "é%20x", "a.b"])
PATHS = st.lists(NAMES, max_size=5).map("/".join)
PAGES = st.lists(st.sampled_from(["a", "b", "c d"]), max_size=3).map(lambda names: "".join(f"{name}/" for name in names)) | st.just(
    "404.html"
)


@given(PAGES, PATHS | st.sampled_from(["https://elders.example/x", "//elders.example", "#hier", "mailto:a@b.example", "a\\b", "../../x/"]))
def test_the_link_is_that_of_the_host(page, written):
    assert shown_from(page, written) == normalize_url(written, SimpleNamespace(url=page))
    assert shown_below("/kennis/", written) == normalize_url(written, base="/kennis/")
