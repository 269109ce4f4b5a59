"""What was found in files is kept whole and of these ways, or not at all; and a reading with it equals one without."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import DECLARATIONS, reading_of
from geleerd.adapters.kept import examined as kept
from geleerd.adapters.kept.examined import EXAMINED_FOLDER, keep_files, known_files
from geleerd.model.frozen import Frozen
from tests.workbench.building import settings, written
from tests.workbench.full_items import frame_files, item_files
from tests.workbench.small_items import tip
from tests.workbench.telling_files import exif, image, svg


def the_file(root):
    (found,) = (file for file in (root / EXAMINED_FOLDER).iterdir() if file.name != ".gitignore")
    return found


def read_and_kept(site):
    known = known_files(site)
    reading = reading_of(site, known=known)
    keep_files(reading.known_files, known, site)
    return reading


def test_a_second_reading_finds_everything_and_equals_the_first(tmp_path):
    site = settings(written(tmp_path, {**item_files(), **frame_files()}))
    first = read_and_kept(site)
    known = known_files(site)
    assert known == first.known_files
    assert reading_of(site, known=known) == first


def test_only_the_file_that_changed_is_looked_at(tmp_path, monkeypatch):
    site = settings(written(tmp_path, {f"lessons/{name}.md": tip(name) + "Tekst.\n" for name in ("aaaaaa", "bbbbbb", "cccccc")}))
    read_and_kept(site)
    looked = []
    monkeypatch.setattr("geleerd.validate.examine.private", lambda document, own: looked.append(document.path) or ())
    (tmp_path / "lessons/bbbbbb.md").write_text(tip("bbbbbb") + "Een andere tekst.\n")
    reading_of(site, known=known_files(site))
    assert looked == ["lessons/bbbbbb.md"]


@pytest.mark.parametrize("place", [0, 70, -1])
def test_a_damaged_file_is_not_read(tmp_path, place):
    site = settings(written(tmp_path, {}))
    read_and_kept(site)
    whole = the_file(tmp_path).read_bytes()
    content = bytearray(whole)
    content[place] ^= 1
    for damaged in (bytes(content), whole[:-1], b""):
        the_file(tmp_path).write_bytes(damaged)
        assert known_files(site) == {}


def test_a_line_that_no_build_wrote_counts_as_none(tmp_path):
    site = settings(written(tmp_path, {}))
    first = read_and_kept(site)
    content = b"\n".join(f'{key} {{"OwnWords":[[{{"code":"no-such-code"}}],[],[]]}}'.encode() for key in first.known_files)
    the_file(tmp_path).write_bytes(kept._digest(content) + b"\n" + content)
    assert reading_of(site, known=known_files(site)) == first


def test_other_programs_find_nothing_and_take_the_place_of_what_was_kept(tmp_path, monkeypatch):
    site = settings(written(tmp_path, {}))
    read_and_kept(site)
    (tmp_path / EXAMINED_FOLDER / "lees-mij.txt").write_text("van ons")
    monkeypatch.setattr(kept, "ways", lambda: "0" * 40)
    assert known_files(site) == {}
    read_and_kept(site)
    assert sorted(file.name for file in (tmp_path / EXAMINED_FOLDER).iterdir()) == [".gitignore", "0" * 40, "lees-mij.txt"]


def test_settings_that_change_what_is_found_find_nothing_of_others(tmp_path):
    mail = tip("aaaaaa") + "Mail jan@wij.example.\n\n> [!NOTE]\n> Let op.\n"
    site = settings(written(tmp_path, {"lessons/a.md": mail}))
    read_and_kept(site)
    for other in (
        replace(site, own_mailboxes=("wij.example",)),
        settings(tmp_path, "en"),
        replace(site, content_dir="lessons", lessons_dir="content"),
    ):
        assert reading_of(other, known=known_files(other)) == reading_of(other)


def test_types_of_the_owner_are_not_kept(tmp_path):
    read_and_kept(replace(settings(written(tmp_path, {})), declarations=replace(DECLARATIONS, words=Frozen({"nl": ()}))))
    assert not (tmp_path / EXAMINED_FOLDER).exists()


def test_what_was_handed_in_is_neither_read_nor_written(tmp_path):
    site = settings(written(tmp_path, {}))
    read_and_kept(site)
    for command in (["init", "-q"], ["add", "-f", EXAMINED_FOLDER.as_posix()]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    before = the_file(tmp_path).read_bytes()
    (tmp_path / "lessons/nieuw.md").write_text(tip("aaaaaa"))
    assert known_files(site) == {}
    read_and_kept(site)
    assert the_file(tmp_path).read_bytes() == before


def test_a_place_where_nothing_can_be_kept_stops_nothing(tmp_path):
    site = settings(written(tmp_path, {}))
    (tmp_path / ".cache").write_text("een bestand")
    assert read_and_kept(site) == reading_of(site)


NAMES = ("lessons/a.md", "lessons/b.md", "lessons/map/c.md", "content/themas/borging.md", "content/over/d.md", "lessons/_notitie.md")
TEXTS = (
    *(tip(name, extra) for name in ("aaaaaa", "bbbbbb") for extra in ("", "status: draft\n", "themes: [nergens]\nnetworks: [ook-niet]\n")),
    "---\nname: Borging\ndefinitie: Blijven doen.\n---\n",
    "---\ntitle: [open\n---\n",
    "---\n“title”: “Zo”  \n\ttab: 1\n---\n",
    "geen front matter\n",
    tip("cccccc", "description: |\n  Zie [b](b.md#kop) en\n\n  ==dit== <!-- nee -->\n"),
)
BODIES = (
    *("", "Tekst met [a](a.md), [een kop](b.md#kop) en ![beeld](beeld.png).\n", "## Kop\n\n[[b]] en [[niets]] bij jan@mail.example\n"),
    *("> [!NOTE]\n> Bel 06-12345678.\n", "#### Te diep\n\nHet IVO wordt <script>x</script> gedaan[^1].\n\n[^1]: Noot.\n", ">" * 400),
)
PICTURES = ("lessons/beeld.png", "lessons/tekening.svg", "lessons/map/blad.txt", "lessons/agenda.ics")
DATA = (
    image("png"),
    image("png", exif=exif({0x013B: "J. de Vries"})),
    svg("<rect width='9' height='9'/>"),
    svg("<script/>"),
    b"Mail jan@mail.example of bel 06-12345678.\n",
    b"\xff\xfe",
    b"",
)
EDITS = st.one_of(
    st.tuples(
        st.sampled_from(NAMES), st.builds(lambda front, body: (front + body).encode(), st.sampled_from(TEXTS), st.sampled_from(BODIES))
    ),
    st.tuples(st.sampled_from((*NAMES, *PICTURES)), st.sampled_from(DATA)),
    st.tuples(st.sampled_from((*NAMES, *PICTURES)), st.none()),
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)),
)
"""A file with new bytes, a file that goes, and a file that gets the name of another."""


def edit(root, name, change):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(change, bytes):
        path.write_bytes(change)
    elif change is None:
        path.unlink(missing_ok=True)
    elif path.exists():
        (root / change).parent.mkdir(parents=True, exist_ok=True)
        path.replace(root / change)


@given(st.lists(st.lists(EDITS, max_size=4), max_size=5))
def test_after_any_edits_a_reading_with_what_is_kept_equals_one_without(tmp_path_factory, rounds):
    root = tmp_path_factory.mktemp("kept")
    site = settings(written(root, {}))
    for edits in rounds:
        for name, change in edits:
            edit(root, name, change)
        assert read_and_kept(site) == reading_of(site)
        assert read_and_kept(site) == reading_of(site)
    shutil.rmtree(root)
