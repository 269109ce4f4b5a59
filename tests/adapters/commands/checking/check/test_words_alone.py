"""After an edit of words alone, the check looks at that item alone; whatever else an edit does, the check says what a new one says."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geleerd.adapters.commands.checking import all_files
from geleerd.adapters.commands.checking.check import check
from tests.workbench.building import written
from tests.workbench.small_items import tip

ITEMS = {name: f"lessons/{name}/{name}.md" for name in ("aaaaaa", "bbbbbb", "cccccc")}
BODY = """
Begin klein met een tafel op het plein.

## Zo ging het

Zie [de ander](../bbbbbb/bbbbbb.md#zo-ging-het) en [die](/l/cccccc/), en bel vooraf.[^1]

![Een tafel](plein.png)

[^1]: Dat scheelt.
"""


@pytest.fixture(scope="module")
def former(tmp_path_factory):
    """A knowledge base whose items link to each other, each with a picture, which was checked."""
    root = tmp_path_factory.mktemp("vroeger")
    pictures = {f"lessons/{name}/plein.png": PICTURE for name in ITEMS}
    written(root, {**{path: tip(name) + BODY for name, path in ITEMS.items()}, **pictures})
    assert check([], root).problems == ()
    return root


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


@pytest.fixture
def root(former, tmp_path):
    """A copy, in the same place for every test: what is kept is of one place."""
    return copied(former, tmp_path)


def copied(former, folder):
    shutil.copytree(former, folder / "nu", dirs_exist_ok=True)
    check([], folder / "nu")
    return folder / "nu"


def forbidden(*_):
    raise AssertionError("all files were read again")


WORDS = {
    "another word": ("tafel op", "bank op"),
    "a new line above all": ("Begin klein", "Nieuw.\n\nBegin klein"),
    "words of a link": ("[de ander]", "[een ander]"),
    "words of a picture": ("![Een tafel]", "![Een bank]"),
    "emphasis": ("Begin klein", "**Begin** _klein_"),
    "a footnote's words": ("Dat scheelt", "Dat helpt"),
}


@pytest.mark.parametrize("edit", WORDS.values(), ids=WORDS)
def test_an_edit_of_words_alone_reads_no_other_file(root, edit, monkeypatch):
    replace_in(root / ITEMS["aaaaaa"], *edit)
    with monkeypatch.context() as patch:
        patch.setattr(all_files, "read_all", forbidden)
        kept = check([], root)
        assert check([root / ITEMS["aaaaaa"]], root).problems == ()
    assert kept == anew(root)


MORE = {
    "another heading, to which another item links": ("bbbbbb", "## Zo ging het", "## Wat er gebeurde"),
    "a link that leads nowhere": ("aaaaaa", "bbbbbb.md#", "weg.md#"),
    "a link to no heading": ("aaaaaa", "#zo-ging-het", "#nergens"),
    "a picture less": ("aaaaaa", "![Een tafel](plein.png)", ""),
    "a telephone number": ("aaaaaa", "bel vooraf", "bel 06 1234 5678 vooraf"),
    "HTML that goes": ("aaaaaa", "Begin klein", "<script>x</script>Begin klein"),
    "an anchor in HTML": ("aaaaaa", "Begin klein", '<a id="hier"></a>Begin klein'),
    "brackets": ("aaaaaa", "Begin klein", "Begin [[klein]]"),
    "a footnote without words": ("aaaaaa", "[^1]: Dat scheelt.", ""),
    "a title": ("aaaaaa", "title: ", "title: Nieuw "),
    "another id": ("cccccc", "id: cccccc", "id: dddddd"),
    "nothing to read as fields": ("cccccc", "---\nid", "id"),
    "no words": ("aaaaaa", BODY, ""),
    "a conflict": ("aaaaaa", "Begin klein", "<<<<<<< HEAD\nBegin klein"),
    "a byte that is no text": ("aaaaaa", "Begin klein", "Begin \udcff klein"),
}


@pytest.mark.parametrize("edit", MORE.values(), ids=MORE)
def test_any_other_edit_is_told_as_ever(root, edit):
    name, *change = edit
    replace_in(root / ITEMS[name], *change)
    assert check([], root) == anew(root)


def test_an_item_that_becomes_a_link_or_goes_is_told_as_ever(root):
    path = root / ITEMS["aaaaaa"]
    path.rename(root / "elders.md")
    assert check([], root) == anew(root)
    path.symlink_to(root / "elders.md")
    assert check([], root) == anew(root)


def replace_in(path, old, new):
    text = path.read_bytes().decode(errors="surrogateescape")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode(errors="surrogateescape"))


def anew(root):
    """What a check says that knows of no other one; what was kept stays."""
    cache, apart = root / ".cache", root / "apart"
    cache.rename(apart)
    found = check([], root)
    shutil.rmtree(cache)
    apart.rename(cache)
    return found


LINES = st.sampled_from(
    [old for old, _ in WORDS.values()]
    + [line for _, _, line in MORE.values() if "\udcff" not in line]
    + ["", "## Zo ging het", "[x](#zo-ging-het)", "![Een tafel](plein.png)", "<!-- stil -->", "[^1]", "- [ ] doen", "| a |\n|---|\n| b |"]
)
EDITS = st.lists(st.tuples(st.sampled_from(list(ITEMS.values())), st.integers(0, 24), st.booleans(), LINES), min_size=1, max_size=4)


@settings(max_examples=40)
@given(edits=EDITS)
def test_after_any_edits_the_check_says_what_a_new_one_says(edits, former, tmp_path_factory):
    root = copied(former, tmp_path_factory.mktemp("bewerkt"))
    for path, number, instead, line in edits:
        lines = (root / path).read_text().split("\n")
        at = min(number, len(lines) - 1)
        (root / path).write_text("\n".join([*lines[:at], line, *lines[at + instead :]]))
        assert check([], root) == anew(root)
