"""What `make bench` measures is the product as it is: its stages run over a generated knowledge base."""

import pytest

from benchmarks.__main__ import pages, stages
from benchmarks.corpus import write_geleerd, write_stock
from tests.workbench.building import built


def test_every_stage_is_measured(tmp_path, capsys):
    write_geleerd(tmp_path, 12)
    stages(tmp_path)
    told = capsys.readouterr().out
    assert [line.split()[0] for line in told.splitlines()][:3] == ["read", "validate", "relate"]
    assert int(told.split()[-2]) > 100


@pytest.mark.long
def test_both_corpora_build_and_hold_what_is_compared(tmp_path):
    for name, write in (("ours", write_geleerd), ("stock", write_stock)):
        write(tmp_path / name, 12)
        result = built(tmp_path / name)
        assert result.returncode == 0, result.stderr
        assert pages(tmp_path / name) >= 12
