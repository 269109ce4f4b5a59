"""What the last check found is kept whole, for the same question alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import Code, Problem
from geleerd.adapters.kept import last_check as kept
from geleerd.adapters.kept.last_build import LAST
from geleerd.adapters.kept.last_check import Findings, keep_check, last_check, taken_by_check
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Place
from tests.workbench.building import settings, written

FOUND = Findings(
    (Problem(Place("lessons/é.md", 3), Code.BAD_ID, {"lines": ("id: a", "b"), "count": 2}),),
    3,
    4,
    ("a.md",),
    ("b.md",),
    Frozen({"c.md": "0f"}),
)


@pytest.fixture
def site(tmp_path):
    """A knowledge base of which findings are kept."""
    site = settings(written(tmp_path, {"lessons/map/a.png": b"1"}))
    keep_check(taken_by_check(site), FOUND, site)
    return site


def told(site):
    taken, findings = last_check(site) or (None, None)
    return findings if taken == taken_by_check(site) else None


def test_the_same_question_has_the_same_answer(site):
    assert told(site) == FOUND


def changed(path, content):
    def change(root):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)

    return change


CHANGES = {
    "other bytes of the same length": changed("lessons/map/a.png", b"2"),
    "a new text": changed("content/nieuw/drie.md", b""),
    "a file less": lambda root: (root / "lessons/map/a.png").unlink(),
    "another name": lambda root: (root / "lessons/map/a.png").rename(root / "lessons/map/b.png"),
    "another folder": lambda root: (root / "lessons/map").rename(root / "lessons/kaart"),
    "a hidden file": changed("lessons/.verborgen", b""),
    "a folder without files": lambda root: (root / "content/leeg").mkdir(),
    "a file that became a link": lambda root: (
        (root / "lessons/map/a.png").rename(root / "a.png"),
        (root / "lessons/map/a.png").symlink_to("../../a.png"),
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_in_its_folders_is_another_question(site, change):
    change(site.root)
    assert told(site) is None


@pytest.mark.parametrize(
    "other",
    [
        {"language": "en"},
        {"own_mailboxes": ("leernetwerk.example",)},
        {"lessons_dir": "content"},
        {"today": settings("").today.replace(year=2030)},
    ],
    ids=["language", "mailboxes", "folder", "day"],
)
def test_other_settings_are_another_question(site, other):
    assert told(replace(site, **other)) is None


def test_other_programs_are_another_question(site, monkeypatch):
    monkeypatch.setattr(kept, "ways", lambda: "0" * 40)
    assert told(site) is None


@pytest.mark.parametrize("place", [0, 42, 90, -1])
def test_damage_counts_as_nothing(site, place):
    file = site.root / LAST / "check.json"
    whole = file.read_bytes()
    for damaged in (whole[:place] + bytes([whole[place] ^ 1]) + whole[place:][1:], whole[:-1], b""):
        file.write_bytes(damaged)
        assert told(site) is None


def test_a_word_that_does_not_come_back_as_it_is_keeps_the_findings_out(site):
    keep_check(taken_by_check(site), replace(FOUND, problems=(Problem(Place("a.md"), Code.BAD_ID, {"x": frozenset("a")}),)), site)
    assert told(site) == FOUND


WORDS = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner).map(tuple), max_leaves=5)
PROBLEMS = st.builds(
    Problem, st.builds(Place, st.text(), st.integers(1)), st.sampled_from(Code), st.dictionaries(st.text(), WORDS, max_size=3)
)


@given(problems=st.lists(PROBLEMS, max_size=3).map(tuple))
def test_problems_come_back_as_they_were(problems, tmp_path_factory):
    site = settings(tmp_path_factory.mktemp("leeg"))
    taken, found = taken_by_check(site), replace(FOUND, problems=problems)
    keep_check(taken, found, site)
    assert last_check(site) == (taken, found)
