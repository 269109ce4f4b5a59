"""What happens to each file when a folder cannot move."""

import os

from geleerd.adapters.output import by_file
from geleerd.adapters.output.by_file import replace_files
from geleerd.adapters.outside.site_files import give_modes
from tests.workbench.trees import lay_out, tree


def test_pages_come_after_what_they_show_and_the_first_page_after_all_others(tmp_path, monkeypatch):
    new = {"index.html": "n", "a/index.html": "n", "z/stijl.css": "n", "a/beeld.png": "n", "zz/x.js": "n", "404.html": "n"}
    place, order = lay_out(tmp_path / "site", dict.fromkeys(new, "o") | {"weg.css": "o"}), []
    move, remove = by_file._move, by_file._remove
    monkeypatch.setattr(by_file, "_move", lambda source, target: (order.append(target.relative_to(place).as_posix()), move(source, target)))
    monkeypatch.setattr(by_file, "_remove", lambda folder, name: (order.append(name), remove(folder, name)))
    replace_files(lay_out(tmp_path / "nieuw", new), place)
    assert order == ["a/beeld.png", "z/stijl.css", "zz/x.js", "404.html", "a/index.html", "index.html", "weg.css"]
    assert tree(place) == new


def test_what_stays_the_same_is_not_written_again(tmp_path):
    place, new = lay_out(tmp_path / "site", {"a": "a", "b": "b"}), lay_out(tmp_path / "nieuw", {"a": "a", "b": "b"})
    (new / "b").chmod(0o600)
    (place / "b").chmod(0o644)
    before = {name: (place / name).stat().st_ino for name in "ab"}
    replace_files(new, place)
    assert [name for name in "ab" if (place / name).stat().st_ino != before[name]] == ["b"]
    assert (place / "b").stat().st_mode & 0o777 == 0o600


def test_files_and_new_folders_have_the_modes_of_what_was_built_whatever_the_umask(tmp_path):
    new, place = lay_out(tmp_path / "nieuw", {"map/diep/x": "x"}), lay_out(tmp_path / "site", {})
    give_modes(new)
    before = os.umask(0o077)
    try:
        replace_files(new, place)
    finally:
        os.umask(before)
    assert [path.stat().st_mode & 0o777 for path in (place / "map", place / "map/diep", place / "map/diep/x")] == [0o755, 0o755, 0o644]


def test_what_the_disk_itself_keeps_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("os.path.ismount", lambda folder: folder == tmp_path / "site")
    place = lay_out(tmp_path / "site", {"lost+found/x": "x", "weg/diep/x": "x"})
    replace_files(lay_out(tmp_path / "nieuw", {"a": "a"}), place)
    assert tree(place) == {"a": "a", "lost+found/x": "x"}
    assert not (place / "weg").exists()


def test_a_link_gives_way_to_a_file_and_what_it_leads_to_stays(tmp_path):
    elsewhere = lay_out(tmp_path / "elders", {"x": "van mij"})
    place = lay_out(tmp_path / "site", {})
    (place / "map").symlink_to(elsewhere)
    (place / "x").symlink_to(elsewhere / "x")
    replace_files(lay_out(tmp_path / "nieuw", {"map/x": "nieuw", "x": "van mij"}), place)
    assert tree(place) == {"map/x": "nieuw", "x": "van mij"}
    assert not any(path.is_symlink() for path in place.rglob("*"))
    assert tree(elsewhere) == {"x": "van mij"}


def test_on_a_disk_that_knows_no_capitals_a_file_that_changes_its_name_stays(tmp_path, monkeypatch):
    place = lay_out(tmp_path / "site", {"Kaart.png": "x"})
    (place / "kaart.png").hardlink_to(place / "Kaart.png")  # as such a disk shows one file under both names
    names = by_file._names_below
    monkeypatch.setattr(by_file, "_names_below", lambda folder: ["Kaart.png"] if folder == place else names(folder))
    replace_files(lay_out(tmp_path / "nieuw", {"kaart.png": "x"}), place)
    assert (place / "Kaart.png").exists()


def test_what_is_kept_stays(tmp_path):
    place = lay_out(tmp_path / "map", {"x": "van mij"})
    replace_files(lay_out(tmp_path / "nieuw", {"a": "a"}), place, keep=True)
    assert tree(place) == {"a": "a", "x": "van mij"}
