"""Knowledge bases elsewhere, as tests need them: lines of a list, and what was kept of one."""

import datetime
import json
from collections.abc import Iterable
from typing import Any

from geleerd.model.elsewhere.other_bases import ForeignItem, Kept, OtherBase, Snapshot
from geleerd.model.frozen import Frozen

SITE = "https://oost.example/kennis/"
EAST = OtherBase("Kennisbank Oost", f"{SITE}api/v1/", SITE, Frozen({"blijven": "borging"}))


def line(number: int = 0, **changes: Any) -> dict[str, Any]:
    """A line of the list of items that a knowledge base publishes."""
    return {
        "id": f"b{number:05}",
        "type": "lesson",
        "title": f"Les {number} van oost",
        "summary": f"De samenvatting van les {number}, in gewone woorden.",
        "date": "2026-05-04",
        "updated": None,
        "url": f"{SITE}lessen/les-{number}/",
        "permalink": f"l/b{number:05}/",
        "address": f"lessen/les-{number}/",
        "networks": [],
        "themes": ["blijven"],
        "programmes": [],
        "tags": [],
        "language": "nl",
        "license": "CC-BY-4.0",
        "evidence": None,
        "cites": [],
        **changes,
    }


def list_of(*lines: Any) -> bytes:
    """The list as the site gives it."""
    return json.dumps(lines).encode()


def foreign(number: int = 0, **changes: Any) -> ForeignItem:
    """An item of the other knowledge base."""
    told = line(number)
    kept = {name: told[name] for name in ("id", "type", "title", "summary", "date", "url", "language", "license")}
    return ForeignItem(**{**kept, "themes": ("blijven",), **changes})


def kept(items: Iterable[ForeignItem], fetched: datetime.date = datetime.date(2026, 11, 1)) -> Kept:
    """What there is of the other knowledge base."""
    return Kept(EAST, Snapshot(EAST, fetched, tuple(items)))
