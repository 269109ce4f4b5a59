"""A new version of a folder, from its first file until it stands in its place or is given up."""

import errno
import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from geleerd.adapters.output.beside import beside
from geleerd.adapters.output.output_error import OutputError
from geleerd.adapters.output.staging import Staging, write_new_folder
from tests.workbench.stopped import DiskFullError, is_stopped
from tests.workbench.trees import lay_out, tree

OLD, NEW = {"index.html": "oud"}, {"index.html": "nieuw", "map/x.css": "x"}


def write(folder: Path) -> None:
    lay_out(folder, NEW)


def staged(place: Path) -> Staging:
    return Staging(place, waiting=lambda: pytest.fail("there is nobody to wait for"))


def beside_it(place: Path) -> list[str]:
    return sorted(path.name for path in place.parent.iterdir() if path != place)


@pytest.mark.parametrize(("complete", "left"), [(True, NEW), (False, OLD)])
def test_only_a_complete_version_takes_the_place(tmp_path, complete, left):
    place = lay_out(tmp_path / "site", OLD)
    staging = staged(place)
    write(staging.folder)
    assert tree(place) == OLD
    assert beside_it(place) == [".site.building", ".site.lock"]
    staging.settle(complete=complete)
    assert tree(place) == left
    assert beside_it(place) == []


def test_what_killed_builds_left_is_put_right_first(tmp_path):
    place = tmp_path / "site"
    beside(place).open()
    lay_out(beside(place).former, OLD)
    lay_out(beside(place).building, {"half": ""})
    staging = staged(place)
    assert (staging.found, tree(place), beside_it(place)) == ("restored", OLD, [".site.building", ".site.lock"])
    assert not staging.folder.exists()
    staging.settle(complete=False)


def test_a_link_stays_and_the_folder_behind_it_is_replaced(tmp_path):
    real = lay_out(tmp_path / "elders/echt", OLD)
    (tmp_path / "site").symlink_to(real)
    staging = staged(tmp_path / "site")
    write(staging.folder)
    staging.settle(complete=True)
    assert tree(real) == NEW
    assert (tmp_path / "site").is_symlink()
    assert (beside_it(tmp_path / "site"), beside_it(real)) == (["elders"], [])


def test_where_only_the_folder_itself_can_be_written_all_happens_inside_it(tmp_path, monkeypatch):
    place = lay_out(tmp_path / "site", OLD)
    monkeypatch.setattr("os.access", lambda path, mode: False)
    staging = staged(place)
    write(staging.folder)
    assert beside_it(place) == []
    staging.settle(complete=True)
    assert tree(place) == NEW


def test_an_error_of_the_system_is_a_refusal_and_the_old_version_stands(tmp_path, monkeypatch):
    place = lay_out(tmp_path / "site", OLD)
    for number, key in ((errno.EROFS, "output-unwritable"), (errno.ENOSPC, "output-full"), (errno.EDQUOT, "output-full")):
        staging = staged(place)
        write(staging.folder)

        def fail(*_: object, number: int = number) -> None:
            raise OSError(number, "het gaat niet", "site/x")

        monkeypatch.setattr("geleerd.adapters.output.staging.put_in_place", fail)
        with pytest.raises(OutputError) as refused:
            staging.settle(complete=True)
        assert (refused.value.key, refused.value.words["path"]) == (key, "site/x")
        assert (tree(place), beside_it(place)) == (OLD, [])


@pytest.mark.parametrize("there", [True, False])
def test_a_new_folder_is_written_whole_or_not_at_all_wherever_it_is_killed(tmp_path, there):
    for step in count():
        shutil.rmtree(tmp_path)
        place = lay_out(tmp_path / "nieuw", {}) if there else lay_out(tmp_path, {}) / "nieuw"
        was_stopped = is_stopped(lambda place=place: write_new_folder(place, write), step)
        assert tree(place) in ({}, NEW) or there
        with suppress(FileExistsError):  # it stands there whole
            write_new_folder(place, write)
        assert (tree(place), beside_it(place)) == (NEW, [])
        if not was_stopped:
            break
    assert step > 8


@pytest.mark.parametrize("there", [True, False])
def test_nor_does_a_full_disk_leave_half_of_it(tmp_path, there):
    for step in count():
        shutil.rmtree(tmp_path)
        place = lay_out(tmp_path / "nieuw", {}) if there else lay_out(tmp_path, {}) / "nieuw"
        is_stopped(lambda place=place: told(place), step, DiskFullError)
        assert tree(place) in ({}, NEW)
        with suppress(FileExistsError):
            write_new_folder(place, write)
        assert (tree(place), beside_it(place)) == (NEW, [])
        if step > 20:
            break


def told(place: Path) -> None:
    with suppress(OutputError):
        write_new_folder(place, write)


def test_a_folder_that_is_there_stays_the_same_one(tmp_path):
    place = lay_out(tmp_path / "nieuw", {})
    before = place.stat().st_ino
    write_new_folder(place, write)
    assert place.stat().st_ino == before


def test_a_folder_with_anything_in_it_is_refused(tmp_path):
    place = lay_out(tmp_path / "nieuw", OLD)
    with pytest.raises(FileExistsError):
        write_new_folder(place, write)
    assert (tree(place), beside_it(place)) == (OLD, [])
