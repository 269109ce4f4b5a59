"""A site that is replaced is whole at every moment, whoever stops it where."""

from collections.abc import Mapping
from itertools import count
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geleerd.adapters.output import swap
from geleerd.adapters.output.beside import Beside, beside
from geleerd.adapters.output.by_file import OURS
from geleerd.adapters.output.exchange import exchanged
from geleerd.adapters.output.swap import put_in_place, put_right
from tests.workbench.stopped import DiskFullError, Killed, is_stopped
from tests.workbench.trees import lay_out, tree

WAYS = ("one step", "two steps", "mount")
OLD = {"index.html": "oud", "gelijk.css": "=", "stijl.css": "oud", "weg/x.html": "oud", "map": "was een bestand", "blad/a/b.html": "oud"}
NEW = {
    "index.html": "nieuw",
    "gelijk.css": "=",
    "stijl.css": "nieuw",
    "map/index.html": "nieuw",
    "blad": "was een map",
    "er/bij.js": "nieuw",
}

NAMES = ("a", "a/index.html", "a/b/c.html", "b", "b/x.css", "b/index.html", "c.js", "C.js", "404.html")
SITES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from("xyz"), max_size=6).map(
    lambda files: {"index.html": "i", **{name: text for name, text in files.items() if not any(o.startswith(f"{name}/") for o in files)}}
)


def is_stopped_at(step: int, place: Path, way: str, end: type[BaseException] = Killed) -> bool:
    """Put the new folder in its place up to a step, on a system that can exchange folders or on one that cannot."""
    with patch.object(swap, "exchanged", exchanged if way == "one step" else lambda one, other: False):
        return is_stopped(lambda: put_in_place(place, beside(place)), step, end, place if way == "mount" else None)


def opened(place: Path) -> Beside:
    """What is beside a folder while it is written."""
    lay_out(beside(place).workshop, {}).rmdir()
    beside(place).open()
    return beside(place)


def prepared(folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> Path:
    place = folder / "site"
    lay_out(place, old)
    opened(place)
    lay_out(beside(place).building, new)
    return place


def assert_readable(place: Path, way: str, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """Nobody who reads now sees half a file, or a site without its first page; two steps alone have a moment without any site."""
    found = {name: text for name, text in tree(place).items() if name.partition("/")[0] not in OURS}
    assert all(text in (old.get(name), new.get(name)) for name, text in found.items())
    assert (way == "two steps" and not place.exists()) or "index.html" in found


def assert_whole_again(place: Path, *wholes: Mapping[str, str]) -> None:
    put_right(place, beside(place))
    assert tree(place) in wholes
    assert [path.name for path in place.parent.iterdir()] == ["site"]
    put_right(place, beside(place))
    assert tree(place) in wholes


@pytest.mark.parametrize(("way", "fewest"), [("one step", 0), ("two steps", 2), ("mount", 20)])
def test_wherever_a_build_is_killed_the_site_is_the_old_one_or_the_new_one(tmp_path, way, fewest):
    for step in count():
        place = prepared(tmp_path, OLD, NEW)
        was_stopped = is_stopped_at(step, place, way)
        assert_readable(place, way, OLD, NEW)
        assert_whole_again(place, OLD, NEW)
        if not was_stopped:
            break
    assert step >= fewest
    assert tree(place) == NEW


@given(old=SITES, new=SITES, steps=st.tuples(st.integers(0, 40), st.integers(0, 20)), way=st.sampled_from(WAYS))
def test_so_it_is_with_any_two_sites_also_when_killed_again_while_it_is_put_right(tmp_path_factory, old, new, steps, way):
    place = prepared(tmp_path_factory.getbasetemp() / "gedood", old, new)
    was_stopped = is_stopped_at(steps[0], place, way)
    assert_readable(place, way, old, new)
    is_stopped(lambda: put_right(place, beside(place)), steps[1])
    assert_readable(place, way, old, new)
    assert_whole_again(place, *([old, new] if was_stopped else [new]))


@example(old={"index.html": "i", "a": "x"}, new={"index.html": "i", "a/b/c.html": "x"}, step=0, way="two steps")
@given(old=SITES, new=SITES, step=st.integers(0, 40), way=st.sampled_from(WAYS))
def test_so_it_is_wherever_the_disk_is_full(tmp_path_factory, old, new, step, way):
    place = prepared(tmp_path_factory.getbasetemp() / "vol", old, new)
    is_stopped_at(step, place, way, DiskFullError)
    assert_readable(place, way, old, new)
    assert_whole_again(place, old, new)


def test_where_nothing_stands_the_new_site_is_put(tmp_path):
    place = tmp_path / "site"
    lay_out(opened(place).building, NEW)
    put_in_place(place, beside(place))
    assert tree(place) == NEW


def test_a_site_that_was_put_aside_comes_back_to_a_folder_that_is_empty(tmp_path):
    place = lay_out(tmp_path / "site", {})
    lay_out(opened(place).former, OLD)
    assert put_right(place, beside(place)) == "restored"
    assert_whole_again(place, OLD)


def test_a_site_that_was_put_aside_never_takes_the_place_of_another(tmp_path):
    place = lay_out(tmp_path / "site", NEW)
    lay_out(opened(place).former, OLD)
    assert put_right(place, beside(place)) == ""
    assert_whole_again(place, NEW)


def test_two_folders_are_exchanged_in_one_step_or_left_alone(tmp_path):
    one, other = lay_out(tmp_path / "een", OLD), lay_out(tmp_path / "ander", NEW)
    if exchanged(one, other):
        assert (tree(one), tree(other)) == (NEW, OLD)
    else:
        assert (tree(one), tree(other)) == (OLD, NEW)
    assert not exchanged(one, tmp_path / "bestaat-niet")


def test_a_system_that_cannot_exchange_folders_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.platform", "plan9")
    assert not exchanged(lay_out(tmp_path / "een", OLD), lay_out(tmp_path / "ander", NEW))
