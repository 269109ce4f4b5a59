"""A file is there whole, before and after."""

import pytest

from geleerd.adapters.outside.replaced_file import replace_file


def test_a_new_file_gets_the_folders_around_it(tmp_path):
    replace_file(tmp_path / "a/b.yml", b"nieuw")
    assert (tmp_path / "a/b.yml").read_bytes() == b"nieuw"


def test_a_file_keeps_its_mode_and_nothing_stays_behind(tmp_path):
    (tmp_path / "a").write_bytes(b"oud")
    (tmp_path / "a").chmod(0o640)
    replace_file(tmp_path / "a", b"nieuw")
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "a").stat().st_mode & 0o777) == (b"nieuw", 0o640)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_what_cannot_be_written_leaves_the_old_file(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        replace_file(tmp_path / "a", b"nieuw")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
