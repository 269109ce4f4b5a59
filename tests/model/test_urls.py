"""The way from one address to another."""

from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.urls import relative


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
