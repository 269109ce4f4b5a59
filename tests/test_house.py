"""The shape of the package: small rooms, each with its own idea. What may import what is for import-linter."""

from pathlib import Path

import pytest
from building import ROOT

PACKAGE = ROOT / "plugins" / "geleerd"
ROOMS = sorted(path.parent for path in PACKAGE.rglob("__init__.py"))
MOST_FILES = 14


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.relative_to(PACKAGE).as_posix())
def test_no_room_holds_more_than_can_be_seen_at_a_glance(room: Path):
    files = [path.name for path in room.glob("*.py") if path.name != "__init__.py"]
    assert len(files) <= MOST_FILES, files
