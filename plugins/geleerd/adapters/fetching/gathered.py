"""What there is at a knowledge base elsewhere, held against what was fetched before: a new snapshot, or the old one that stays."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from geleerd.adapters.fetching.answer import FetchError
from geleerd.adapters.outside.replaced_file import replace_file
from geleerd.model.elsewhere.other_bases import OtherBase, Snapshot
from geleerd.model.frozen import Frozen
from geleerd.model.limits import MOST_FETCHED_BYTES
from geleerd.read.elsewhere.item_lists import ItemList, RefusedListError, changed_ids, item_list, network_names, read_json
from geleerd.read.elsewhere.snapshots import read_snapshot, snapshot_text

_LIST, _NETWORKS = "items.json", "networks.json"

Ask = Callable[[str], bytes]
"""Gives what stands at an address. Raises `FetchError`."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a round yielded for one knowledge base: the snapshot that is there now, if any, and why it is still the old one.

    `refused` counts the items that could not be taken over, `gone` those that were withdrawn since the round before.
    """

    base: OtherBase
    snapshot: Snapshot | None
    why: str = ""
    detail: str = ""
    refused: int = 0
    gone: int = 0


def gathered(base: OtherBase, root: Path, today: datetime.date, ask: Ask) -> Gathered:
    """Fetch what a knowledge base has now, and keep it. Whatever is wrong with it: what was kept before stays. Raises `OSError`."""
    before = _before(root, base)
    try:
        found = _new_list(base, root, before, ask)
    except (FetchError, RefusedListError) as error:
        return _failing(base, root, before, error, today)
    snapshot = Snapshot(base, today, found.items)
    _keep(root, snapshot)
    gone = {item.id for item in before.items} - {item.id for item in found.items} if before else set()
    return Gathered(base, snapshot, refused=found.refused, gone=len(gone))


def _new_list(base: OtherBase, root: Path, before: Snapshot | None, ask: Ask) -> ItemList:
    lines = read_json(_at(_LIST, base, root, ask))
    found = item_list(lines, base.site, _networks(base, root, ask))
    if before and changed_ids(before.items, found.items):
        raise RefusedListError("changed-ids")
    return found


def _failing(base: OtherBase, root: Path, before: Snapshot | None, error: FetchError | RefusedListError, today: datetime.date) -> Gathered:
    if before and not before.failing_since:
        before = replace(before, failing_since=today)
        _keep(root, before)
    return Gathered(base, before, error.why, error.detail if isinstance(error, FetchError) else "")


def _before(root: Path, base: OtherBase) -> Snapshot | None:
    try:
        return read_snapshot(root, base)
    except RefusedListError:
        return None


def _networks(base: OtherBase, root: Path, ask: Ask) -> Mapping[str, str]:
    """The names of their networks, where they publish them."""
    try:
        return network_names(read_json(_at(_NETWORKS, base, root, ask)))
    except (FetchError, RefusedListError):
        return Frozen()


def _at(name: str, base: OtherBase, root: Path, ask: Ask) -> bytes:
    """One of the files of a knowledge base. A copy may be the list of its items alone."""
    if "://" in base.origin:
        return ask(f"{base.origin}{name}")
    place = root / base.origin
    file = place / name if place.is_dir() or name != _LIST else place
    try:
        if file.stat().st_size > MOST_FETCHED_BYTES:
            raise FetchError("too-large")
        return file.read_bytes()
    except OSError:
        raise FetchError("no-file", file.name) from None


def _keep(root: Path, snapshot: Snapshot) -> None:
    replace_file(root / snapshot.base.path, snapshot_text(snapshot).encode())
