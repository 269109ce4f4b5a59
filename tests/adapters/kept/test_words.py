"""The words that are kept between builds: whole, of this language and these programs, or not at all."""

import subprocess

import pytest

from geleerd import catalogue
from geleerd.adapters.kept import words as kept
from geleerd.adapters.kept.words import WORDS_FOLDER, keep_words, known_words
from geleerd.find.known_words import KnownWord
from geleerd.model.frozen import Frozen

DUTCH = catalogue("nl")
WORDS = Frozen(
    {
        "casusbespreking": KnownWord(
            "casusbespreek", ("casus", "bespreek"), (("casusbespreking", "casusbesprekingen"), ("casus",), ("bespreek",))
        ),
        "cliënt": KnownWord("client", (), (("client", "clienten"),)),
        "zzz": KnownWord("zzz", ("zz",), (("zzz",), ())),
    }
)


def the_file(root):
    (found,) = (file for file in (root / WORDS_FOLDER).iterdir() if file.name != ".gitignore")
    return found


def test_what_is_kept_comes_back(tmp_path):
    assert known_words(tmp_path, DUTCH) == {}
    keep_words(WORDS, tmp_path, DUTCH)
    assert known_words(tmp_path, DUTCH) == WORDS


def test_only_the_words_of_the_last_build_are_kept_and_what_others_put_there_stays(tmp_path):
    keep_words(WORDS, tmp_path, DUTCH)
    (tmp_path / WORDS_FOLDER / "lees-mij.txt").write_text("van ons")
    keep_words(Frozen({"cliënt": WORDS["cliënt"]}), tmp_path, catalogue("en"))
    assert known_words(tmp_path, DUTCH) == {}
    assert set(known_words(tmp_path, catalogue("en"))) == {"cliënt"}
    assert (tmp_path / WORDS_FOLDER / "lees-mij.txt").exists()


@pytest.mark.parametrize("place", [0, 70, -1])
def test_a_damaged_file_is_not_read(tmp_path, place):
    keep_words(WORDS, tmp_path, DUTCH)
    content = bytearray(the_file(tmp_path).read_bytes())
    content[place] ^= 1
    the_file(tmp_path).write_bytes(content)
    assert known_words(tmp_path, DUTCH) == {}
    the_file(tmp_path).write_bytes(b"")
    assert known_words(tmp_path, DUTCH) == {}


def test_another_version_of_what_decides_finds_nothing(tmp_path, monkeypatch):
    keep_words(WORDS, tmp_path, DUTCH)
    monkeypatch.setattr(kept, "version", lambda package: "9.9.9")
    assert known_words(tmp_path, DUTCH) == {}


def test_words_that_were_handed_in_are_neither_read_nor_written(tmp_path):
    keep_words(WORDS, tmp_path, DUTCH)
    for command in (["init", "-q"], ["add", "-f", WORDS_FOLDER.as_posix()]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    before = the_file(tmp_path).read_bytes()
    assert known_words(tmp_path, DUTCH) == {}
    keep_words(Frozen(), tmp_path, DUTCH)
    assert the_file(tmp_path).read_bytes() == before


def test_a_place_where_nothing_can_be_kept_stops_nothing(tmp_path):
    (tmp_path / ".cache").write_text("een bestand")
    keep_words(WORDS, tmp_path, DUTCH)
    assert known_words(tmp_path, DUTCH) == {}
