"""What `geleerd federate` kept of other knowledge bases: a file of each, which a build reads instead of asking anybody."""

import datetime
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from geleerd.model.elsewhere.other_bases import Kept, OtherBase, Snapshot
from geleerd.model.limits import MOST_FETCHED_BYTES, OLD_AFTER_DAYS
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.read.elsewhere.item_lists import RefusedListError, item_list, read_json


def snapshot_text(snapshot: Snapshot) -> str:
    """A snapshot as the text of its file: the same for the same items, and a line for each fact, so that a comparison can be read."""
    told = {
        "name": snapshot.base.name,
        "site": snapshot.base.site,
        "fetched": str(snapshot.fetched),
        **({"failing_since": str(snapshot.failing_since)} if snapshot.failing_since else {}),
        "items": [{name: getattr(item, name) for name in item.__slots__} for item in snapshot.items],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def read_snapshot(root: Path, base: OtherBase) -> Snapshot | None:
    """What was kept of a knowledge base; None where nothing was. Raises `RefusedListError` for a file that cannot be used."""
    file = root / base.path
    if not file.is_file() or file.is_symlink():
        return None
    if file.stat().st_size > MOST_FETCHED_BYTES:
        raise RefusedListError("too-large")
    told = read_json(file.read_bytes())
    if not isinstance(told, dict) or not isinstance(told.get("items"), list):
        raise RefusedListError("no-snapshot")
    try:
        fetched = datetime.date.fromisoformat(told["fetched"])
        failing = datetime.date.fromisoformat(told["failing_since"]) if "failing_since" in told else None
        lines = [{**line, "date": line["date"] or None} for line in told["items"]]
    except (TypeError, KeyError, ValueError):
        raise RefusedListError("no-snapshot") from None
    return Snapshot(base, fetched, item_list(lines, base.site).items, failing)


def read_kept(root: Path, bases: Iterable[OtherBase]) -> tuple[Kept, ...]:
    """What there is of each knowledge base, in their order."""
    return tuple(_kept(root, base) for base in bases)


def problems_of_kept(kept: Iterable[Kept], today: datetime.date) -> Iterator[Problem]:
    """What there is to say of each: that it was never fetched, that it cannot be read, or how old it is."""
    for one in kept:
        place, told, snapshot = Place(one.base.path), {"name": one.base.name}, one.snapshot
        if snapshot is None:
            yield Problem(place, Code.ELSEWHERE_UNREADABLE if one.is_broken else Code.ELSEWHERE_MISSING, told)
        elif snapshot.failing_since or (today - snapshot.fetched).days > OLD_AFTER_DAYS:
            days = max(0, (today - snapshot.fetched).days)
            yield Problem(place, Code.ELSEWHERE_OLD, {**told, "date": str(snapshot.fetched), "days": days})


def _kept(root: Path, base: OtherBase) -> Kept:
    try:
        return Kept(base, read_snapshot(root, base))
    except (RefusedListError, OSError):
        return Kept(base, is_broken=True)
