"""A page in easy words and the page that it goes with lead to each other."""

import re
from pathlib import Path

import pytest

from geleerd.commonmark.easy_words import links_between
from geleerd.model.documents import Body, Document
from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath
from tests.workbench.building import ROOT

EASY = sorted((ROOT / "content/makkelijk").glob("*.md"))


def page(path, **tree):
    return Document(SourcePath(path), Frozen(tree), Frozen(), Body())


def test_a_pair_leads_both_ways_and_a_dead_one_nowhere():
    pages = [page("content/index.md"), page("content/a/hoi.md", easy_for="../index.md"), page("content/a/weg.md", easy_for="weg/x.md")]
    assert links_between(pages, "Makkelijk", "Gewoon") == {
        "content/index.md": "[Makkelijk](a/hoi.md)\n\n",
        "content/a/hoi.md": "[Gewoon](../index.md)\n\n",
    }


def test_there_are_ten_of_them():
    assert len(EASY) == 10


@pytest.mark.parametrize("path", EASY, ids=lambda path: path.stem)
def test_easy_words_come_in_short_sentences(path: Path):
    text = re.sub(r"\]\([^)]*\)|\{\{.*?\}\}|[#>*\[]", " ", path.read_text(encoding="utf-8").split("---", 2)[2])
    sentences = [sentence.split() for part in re.split(r"\n\n|\n *(?:-|\d\.)", text) for sentence in re.split(r"(?<=[.?!:;])\s", part)]
    longest = max(sentences, key=len)
    assert len(longest) <= 14, " ".join(longest)
