"""What does not fit is refused before anything is touched."""

import os
import shutil
from types import SimpleNamespace

import pytest

from geleerd.adapters.output.by_file import replace_files
from geleerd.adapters.output.output_error import OutputError
from tests.workbench.trees import lay_out, tree

OLD = {"index.html": "oud", "gelijk.css": "=" * 9000}
NEW = {"index.html": "nieuw", "gelijk.css": "=" * 9000, "map/a.js": "nieuw"}


@pytest.mark.parametrize(
    ("blocks", "count", "limit", "refused"),
    [(4, 9, 9, ""), (3, 9, 9, "output-no-room"), (4, 3, 9, "output-no-count"), (4, 4, 9, ""), (4, 0, 0, "")],
)
def test_room_is_asked_for_what_changes_in_bytes_and_in_files(tmp_path, monkeypatch, blocks, count, limit, refused):
    old, new = lay_out(tmp_path / "oud", OLD), lay_out(tmp_path / "nieuw", NEW)
    disk = SimpleNamespace(f_bavail=blocks, f_frsize=4096, f_favail=count, f_files=limit)
    monkeypatch.setattr(os, "statvfs", lambda _: disk)
    if refused:
        with pytest.raises(OutputError) as found:
            replace_files(new, old)
        assert found.value.key == refused
    else:
        replace_files(new, old)
    assert tree(old) == (OLD if refused else NEW)


def test_a_system_without_counts_of_files_tells_its_room(tmp_path, monkeypatch):
    old, new = lay_out(tmp_path / "oud", OLD), lay_out(tmp_path / "nieuw", NEW)
    monkeypatch.delattr(os, "statvfs")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=4 * 4096))
    replace_files(new, old)
    assert tree(old) == NEW
