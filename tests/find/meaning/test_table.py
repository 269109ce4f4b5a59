"""The word vectors that the package carries, and their files as a browser reads them."""

import ast
import hashlib
from importlib import resources
from pathlib import Path

from geleerd.find.meaning.table import table, word_file

DUTCH = table("nl")
SCRIPT = Path(__file__).parents[3] / "benchmarks" / "word_vectors.py"


def test_forms_of_a_word_share_a_row_and_rare_words_weigh_most():
    assert DUTCH.row("stad") == DUTCH.row("steden")
    assert DUTCH.row("de")[0] < DUTCH.row("geen")[0] < DUTCH.row("netwerk")[0] <= DUTCH.row("valkuil")[0]
    assert DUTCH.row("xqzwvjk") is None


def test_the_last_file_that_does_not_begin_behind_a_word_has_it():
    assert list(DUTCH.beginnings) == sorted(DUTCH.beginnings)
    for word in ("aanpak", "huisarts", "steden", "zorg"):
        place = max(at for at, beginning in enumerate(DUTCH.beginnings) if beginning <= word)
        assert word in DUTCH.files[place].partition(b"\0")[0].decode().split()


def test_a_file_is_its_words_and_what_each_line_tells():
    assert word_file([(("a", "b"), b"12"), (("c",), b"34")]) == b"a b\nc\x001234"


def test_a_language_without_a_table_has_none():
    assert table("en") is None


def test_the_script_that_makes_a_table_knows_the_bytes_in_the_package():
    named = {node.targets[0].id: node.value for node in ast.parse(SCRIPT.read_text()).body if isinstance(node, ast.Assign)}
    for code, digest in ast.literal_eval(named["SHA256"]).items():
        content = resources.files("geleerd.find.meaning").joinpath("tables", f"{code}.bin").read_bytes()
        assert hashlib.sha256(content).hexdigest() == digest
