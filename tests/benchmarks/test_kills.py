"""What `make trust` kills and looks at is what it says: builds die, and what a reader would miss is seen."""

import shutil

import pytest

from benchmarks.trust import kills
from benchmarks.trust.mortal import BUILD, Mortal, watched
from benchmarks.trust.stands import Stand

pytestmark = pytest.mark.long


def test_builds_that_are_killed_leave_one_of_two_sites(tmp_path):
    told, faults = kills.killed(tmp_path, 2)
    assert faults == []
    assert told["old"] + told["new"] == 2
    assert told["looks of readers"] > 10


def test_a_build_dies_where_it_is_told_and_only_there(tmp_path):
    stand = Stand(tmp_path)
    assert Mortal(BUILD, tmp_path, die_at=9).end().code == -9
    whole = Mortal(BUILD, tmp_path).end()
    assert (whole.code, whole.said) == (0, "")
    assert whole.changes > 100
    assert stand.look() == "old"


def test_what_readers_would_miss_is_a_fault(tmp_path):
    stand = Stand(tmp_path)
    stand.change()
    with watched(stand.site / "index.html") as looks:
        (stand.site / "index.html").unlink()
        assert stand.look() == "partial"
        shutil.rmtree(stand.site)
        assert stand.look() == "none"
        (tmp_path / ".site.building").mkdir()
        stand.recover("a test")
    assert looks[0].missed > 0
    assert stand.faults == []
    (stand.site / "index.html").write_text("half")
    stand.note(stand.look(), "old new", "a test")
    assert stand.faults == ["a test: partial, of neither site are ['index.html']"]
