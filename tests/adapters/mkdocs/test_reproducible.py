"""A site with every type and every field filled in is the same, byte for byte and mode for mode, wherever and by whomever it is built."""

import os
import sys

import pytest

from benchmarks.trust.reproducible import Circumstances, build, differences, far_away
from tests.workbench.building import written
from tests.workbench.full_items import frame_files, item_files


@pytest.mark.long
def test_a_site_is_the_same_wherever_it_is_built(tmp_path):
    files = {**item_files(), **frame_files()}
    near, far = (written(tmp_path / name, files) for name in ("gewoon", "é map/ver weg"))
    for path in far.rglob("*"):
        os.utime(path, (978307200, 978307200))
    first = build(near, Circumstances())
    assert len(first) > 100
    assert "build.json" in first
    assert differences("far away", first, build(far, far_away(sys.executable, tmp_path))) == []
