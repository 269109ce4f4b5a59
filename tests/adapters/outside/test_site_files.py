"""The files of a site on disk: their checksums, and the same modes for all."""

import hashlib
import os

import pytest

from geleerd.adapters.outside.site_files import checksums, found_in, give_modes


@pytest.fixture
def site(tmp_path):
    (tmp_path / "map").mkdir(mode=0o700)
    (tmp_path / "map/ding.txt").write_text("ding")
    (tmp_path / "index.html").write_text("begin")
    (tmp_path / "index.html").chmod(0o600)
    (tmp_path / "map/ding.txt").chmod(0o777)
    return tmp_path


def modes(folder):
    return {path.relative_to(folder).as_posix(): oct(path.stat().st_mode & 0o7777) for path in (folder, *folder.rglob("*"))}


def test_every_file_has_the_digest_that_other_programs_give_it(site):
    assert checksums(site) == {
        "index.html": hashlib.sha256(b"begin").hexdigest(),
        "map/ding.txt": hashlib.sha256(b"ding").hexdigest(),
    }


def test_a_server_can_read_all_whatever_the_modes_were(site):
    give_modes(site)
    assert modes(site) == {".": "0o755", "index.html": "0o644", "map": "0o755", "map/ding.txt": "0o644"}


def test_links_and_pipes_are_no_files_of_the_site_and_keep_what_they_lead_to(site, tmp_path_factory):
    outside = tmp_path_factory.mktemp("buiten") / "geheim.txt"
    outside.write_text("geheim")
    outside.chmod(0o600)
    before = checksums(site)
    (site / "link.txt").symlink_to(outside)
    (site / "map/kring").symlink_to(site)
    os.mkfifo(site / "pijp")
    assert checksums(site) == before
    give_modes(site)
    assert oct(outside.stat().st_mode & 0o777) == "0o600"


@pytest.mark.parametrize(("is_a_disk", "more"), [(True, set()), (False, {"lost+found/"})])
def test_what_a_disk_keeps_at_its_top_is_no_file_of_the_site(is_a_disk, more, site, monkeypatch):
    (site / "lost+found").mkdir()
    (site / "map/lost+found").mkdir()
    monkeypatch.setattr("os.path.ismount", lambda place: is_a_disk and str(place) == str(site))
    assert found_in(site, ["index.html", "map/ding.txt"]).keys() == {"index.html", "map/ding.txt", "map/lost+found/", *more}
