"""What stood stays with its date when a knowledge base elsewhere fails; what it withdraws disappears at the next round."""

import datetime
import json

import pytest

from geleerd.adapters.fetching.answer import FetchError
from geleerd.adapters.fetching.gathered import gathered
from geleerd.model.elsewhere.other_bases import OtherBase
from geleerd.read.elsewhere.snapshots import read_snapshot
from tests.workbench.other_bases import EAST, SITE, line, list_of

FIRST, LATER, LAST = (datetime.date(2026, month, 1) for month in (9, 10, 11))


def giving(data: bytes):
    return lambda _: data


def failing(_: str) -> bytes:
    raise FetchError("timeout")


@pytest.fixture
def root(tmp_path):
    gathered(EAST, tmp_path, FIRST, giving(list_of(line(0), line(1))))
    return tmp_path


def test_the_list_of_the_site_is_asked_and_kept(tmp_path):
    asked = []

    def ask(address: str) -> bytes:
        asked.append(address)
        return list_of(line(1), line(0), line(2, url="https://kwaad.example/"))

    found = gathered(EAST, tmp_path, FIRST, ask)
    assert asked == [f"{SITE}api/v1/items.json", f"{SITE}api/v1/networks.json"]
    assert [item.id for item in found.snapshot.items] == ["b00000", "b00001"]
    assert (found.why, found.refused, found.gone) == ("", 1, 0)
    assert [path.name for path in (tmp_path / "federated").iterdir()] == ["kennisbank-oost.json"]


NETWORKS = [{"slug": "dijk", "name": "Dijk\u202e & <b>water</b>"}, {"slug": "leeg", "name": ""}, {"slug": 3, "name": "x"}, "y"]


@pytest.mark.parametrize(
    ("networks", "names"),
    [(json.dumps(NETWORKS).encode(), ["Dijk & <b>water</b>"]), (b"<html>", []), (b"{}", []), (b"[[]]", []), (None, [])],
    ids=["list", "html", "object", "strange", "gone"],
)
def test_an_item_has_the_names_of_its_networks_where_they_are_published(tmp_path, networks, names):
    def ask(address: str) -> bytes:
        if address.endswith("items.json"):
            return list_of(line(0, networks=["dijk", "leeg", "onbekend", "dijk"]))
        return networks or failing(address)

    found = gathered(EAST, tmp_path, FIRST, ask)
    assert (found.why, [list(item.networks) for item in found.snapshot.items]) == ("", [names])
    assert read_snapshot(tmp_path, EAST) == found.snapshot


def test_the_same_list_in_another_order_gives_the_same_bytes(root):
    before = (root / EAST.path).read_bytes()
    gathered(EAST, root, FIRST, giving(list_of(line(1), line(0))))
    assert (root / EAST.path).read_bytes() == before


def test_what_was_withdrawn_disappears_at_the_next_round(root):
    found = gathered(EAST, root, LATER, giving(list_of(line(1))))
    assert (found.gone, [item.id for item in found.snapshot.items]) == (1, ["b00001"])
    assert "Les 0" not in (root / EAST.path).read_text(encoding="utf-8")


BAD = {
    "html": giving(b"<!doctype html><h1>Onderhoud</h1>"),
    "no-json": giving(b'[{"id": '),
    "no-list": giving(b'{"items": []}'),
    "no-items": giving(list_of({"id": "x"})),
    "one-id": giving(list_of(*(line(number, id="b00000") for number in range(3)))),
    "too-many": giving(list_of(*[line(0)] * 10_000)),
    "changed-ids": giving(list_of(line(0, id="c00000"), line(1))),
    "timeout": failing,
}


@pytest.mark.parametrize("why", BAD)
def test_whatever_goes_wrong_what_stood_stays_with_its_date(root, why):
    found = gathered(EAST, root, LATER, BAD[why])
    again = gathered(EAST, root, LAST, BAD[why])
    assert found.why == again.why == why
    kept = json.loads((root / EAST.path).read_text(encoding="utf-8"))
    assert (kept["fetched"], kept["failing_since"], len(kept["items"])) == (str(FIRST), str(LATER), 2)
    healed = gathered(EAST, root, LAST, giving(list_of(line(0), line(1))))
    assert (healed.snapshot.fetched, healed.snapshot.failing_since) == (LAST, None)


def test_where_nothing_stood_nothing_is_written(tmp_path):
    assert gathered(EAST, tmp_path, FIRST, failing).snapshot is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_somebody_spoiled_is_written_again(root):
    (root / EAST.path).write_text("kapot", encoding="utf-8")
    assert gathered(EAST, root, LATER, giving(list_of(line(0)))).why == ""
    assert json.loads((root / EAST.path).read_text(encoding="utf-8"))["fetched"] == str(LATER)


def test_a_copy_on_disk_is_read_as_a_folder_or_a_file(tmp_path):
    (tmp_path / "kopie").mkdir()
    (tmp_path / "kopie/items.json").write_bytes(list_of(line(0)))
    for number, place in enumerate(("kopie", "kopie/items.json")):
        base = OtherBase(f"Oost {number}", place, SITE)
        assert len(gathered(base, tmp_path, FIRST, failing).snapshot.items) == 1
    assert gathered(OtherBase("Weg", "nergens", SITE), tmp_path, FIRST, failing).why == "no-file"
