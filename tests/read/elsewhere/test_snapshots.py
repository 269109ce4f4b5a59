"""What is kept of others: the same bytes for the same items, read again as hostile as the first time."""

import datetime
import json
from dataclasses import replace

import pytest

from geleerd.model.elsewhere.other_bases import Kept, Snapshot
from geleerd.model.problem_codes import Code
from geleerd.read.elsewhere.snapshots import problems_of_kept, read_kept, snapshot_text
from tests.workbench.building import TODAY
from tests.workbench.other_bases import EAST, foreign, kept

SNAPSHOT = Snapshot(EAST, datetime.date(2026, 11, 1), (foreign(0, cites=("https://wij.example/",)), foreign(1, date="")))


def put(root, text: str) -> None:
    file = root / EAST.path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("snapshot", [SNAPSHOT, replace(SNAPSHOT, failing_since=TODAY), replace(SNAPSHOT, items=())])
def test_a_snapshot_is_read_as_it_was_written(tmp_path, snapshot):
    put(tmp_path, snapshot_text(snapshot))
    assert read_kept(tmp_path, [EAST]) == (Kept(EAST, snapshot),)
    assert snapshot_text(read_kept(tmp_path, [EAST])[0].snapshot) == snapshot_text(snapshot)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>",
        "[]",
        "{}",
        json.dumps({"fetched": "gisteren", "items": []}),
        json.dumps({"fetched": "2026-11-01", "items": [1]}),
        json.dumps({"fetched": "2026-11-01", "items": {}}),
        json.dumps({"fetched": "2026-11-01", "items": [{"date": None, "id": "x"}]}),
        snapshot_text(SNAPSHOT).replace("https://oost.example/", "https://kwaad.example/"),
    ],
)
def test_a_file_that_somebody_spoiled_is_not_used(tmp_path, text):
    put(tmp_path, text)
    assert read_kept(tmp_path, [EAST]) == (Kept(EAST, is_broken=True),)


def test_a_link_is_no_snapshot(tmp_path):
    put(tmp_path, "")
    (tmp_path / EAST.path).unlink()
    (tmp_path / EAST.path).symlink_to("/etc/hostname")
    assert read_kept(tmp_path, [EAST]) == (Kept(EAST),)


def codes(*all_kept: Kept) -> list[tuple[Code, object]]:
    return [(problem.code, problem.parameters.get("days")) for problem in problems_of_kept(all_kept, TODAY)]


def test_the_check_says_what_is_missing_broken_old_or_failing():
    assert codes(kept([], TODAY), kept([], TODAY - datetime.timedelta(30)), kept([], TODAY + datetime.timedelta(2))) == []
    assert codes(Kept(EAST), Kept(EAST, is_broken=True)) == [(Code.ELSEWHERE_MISSING, None), (Code.ELSEWHERE_UNREADABLE, None)]
    failing = Kept(EAST, Snapshot(EAST, TODAY - datetime.timedelta(3), (), failing_since=TODAY))
    assert codes(kept([], TODAY - datetime.timedelta(31)), failing) == [(Code.ELSEWHERE_OLD, 31), (Code.ELSEWHERE_OLD, 3)]
