"""The way from one address to another."""

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.urls import joined, relative


@given(st.lists(st.sampled_from(["a", "b-c", "d"]), max_size=4), st.lists(st.sampled_from(["a", "b-c", "e"]), max_size=4))
def test_a_relative_link_leads_from_one_address_to_another(origin, target):
    here, there = ("".join(f"{part}/" for part in parts) for parts in (origin, target))
    steps = here.split("/")[:-1]
    for part in relative(here, there).split("/"):
        if part == "..":
            steps.pop()
        elif part not in {"", "."}:
            steps.append(part)
    assert "".join(f"{part}/" for part in steps) == there


LINK = st.lists(st.sampled_from(["../", "./", "a/", "b-c/", "x.md", "#a", "?q", "é/", "/", "//h/", "mailto:x", ".."]), max_size=6).map(
    "".join
)
PAGE = st.lists(st.sampled_from(["a/", "b-c/", "/", "../", "./", "?q=", "#x/", ";y/"]), max_size=5).map("".join)


@given(PAGE, LINK)
def test_a_link_is_joined_as_the_library_does_it(page, written):
    assert joined(f"https://site.example/{page}", written) == urljoin(f"https://site.example/{page}", written)
