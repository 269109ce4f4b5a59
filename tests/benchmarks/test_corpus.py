"""The corpus of the benchmark: the same each time, about as long as what people write, with every field in use, and without a fault."""

import statistics
from collections import defaultdict

import pytest

from benchmarks.corpus.corpus import TYPES, body_edited, corpus_of, edited_item, theme_renamed, title_edited
from benchmarks.generators.every import GENERATORS
from benchmarks.generators.generator import write
from benchmarks.generators.ours import files
from geleerd import DECLARATIONS, catalogue, reading_of
from geleerd.model.declarations import part_types
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import keys_of
from tests.workbench.building import settings

ALL_KINDS = 450
"""Items of which some are of every type and every rarer thing at once: 9 turns of types by 50 of what few items have."""

OF_EVERY_ITEM = {"type", "title", "summary", "date", "networks", "themes", "tags"}
OF_LISTS = {"Term", "Choice"}
"""Declarations for files that hold a list, not for a part of a front matter."""


@pytest.fixture(scope="module")
def corpus():
    return corpus_of(ALL_KINDS)


def test_it_is_the_same_each_time(corpus):
    assert corpus_of(ALL_KINDS) == corpus


@pytest.mark.parametrize("generator", GENERATORS, ids=lambda generator: generator.key)
def test_every_generator_gets_every_body_and_file_beside_it(generator):
    few = corpus_of(30)
    found = dict(generator.files(few))
    texts = [text for text in found.values() if isinstance(text, str)]
    for item in few.items:
        assert any(item.title in text and item.body.split("\n")[0] in text for text in texts)
        assert all(content in found.values() for content in item.files.values())
    assert not any("(item:" in text for text in texts)


def test_bodies_are_as_long_as_people_write(corpus):
    lengths = [len(item.body.split()) for item in corpus.items]
    assert 380 <= statistics.mean(lengths) <= 430
    assert all(item.body.count("](item:") == 2 and len(item.themes) == 3 and len(item.networks) == 2 for item in corpus.items)


@pytest.mark.parametrize("kind", sorted(set(TYPES)))
def test_every_field_of_items_is_in_use(corpus, kind):
    used = {key for item in corpus.items if item.type == kind for key in item.fields}
    wanted = set(keys_of(DECLARATIONS.item_types[kind])) - ({"evidence"} if kind == "brilliant-failure" else set())
    assert used | OF_EVERY_ITEM == wanted


@pytest.mark.parametrize("kind", DECLARATIONS.frame_types)
def test_every_field_of_the_frame_is_in_use(corpus, kind):
    used = {key for entry in corpus.frame if entry.type == kind for key in entry.fields}
    assert used | {"type", "title" if kind in DECLARATIONS.in_lists else "name"} == set(keys_of(DECLARATIONS.frame_types[kind]))


def test_every_field_of_their_parts_is_in_use(corpus):
    used = defaultdict(set)
    for entry in (*corpus.items, *corpus.frame):
        for key, value in entry.fields.items():
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    used[entry.type, key] |= set(part)
    parts = [each for each in vars(part_types).values() if isinstance(each, type) and issubclass(each, Declared) and each is not Declared]
    assert [each.__name__ for each in parts if each.__name__ not in OF_LISTS and set(keys_of(each)) not in used.values()] == []
    assert all(set(term) == set(keys_of(part_types.Term)) for term in corpus.terms)


def test_nothing_in_it_is_a_problem(tmp_path):
    write(tmp_path, files(corpus_of(50)))
    reading = reading_of(settings(tmp_path))
    told = catalogue("nl")
    assert [f"{problem.place}: {told.problem(problem)}" for problem in reading.problems] == []


def test_an_edit_changes_what_it_says_and_differs_each_time(corpus):
    item = edited_item(corpus, 1)
    (body,), (title,) = body_edited(corpus, 1).items, title_edited(corpus, 1).items
    assert (body.title, title.body) == (item.title, item.body)
    assert body.body.startswith(item.body)
    assert title.title.startswith(item.title)
    assert title_edited(corpus, 2) != title_edited(corpus, 1)
    renamed = theme_renamed(corpus, 1)
    assert [new.slug for old, new in zip(corpus.frame, renamed.frame, strict=True) if old != new] == ["thema-3"]
    assert renamed.items == tuple(item for item in corpus.items if "thema-3" in item.themes)


def test_edited_items_were_not_taken_back(corpus):
    assert {edited_item(corpus, time).fields.get("status", "published") for time in range(20)} == {"published"}


def test_only_files_that_differ_are_written(tmp_path):
    write(tmp_path, [("a/b.md", "een"), ("c.png", b"\0")])
    (tmp_path / "a/b.md").chmod(0o444)
    before = (tmp_path / "a/b.md").stat().st_mtime_ns
    write(tmp_path, [("a/b.md", "een"), ("c.png", b"\1")])
    assert (tmp_path / "a/b.md").stat().st_mtime_ns == before
    assert (tmp_path / "c.png").read_bytes() == b"\1"
