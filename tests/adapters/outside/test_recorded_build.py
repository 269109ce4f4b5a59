"""What a build writes down about itself: the same for the same input, and nothing of what is not online."""

import json
from dataclasses import replace

import pytest

from geleerd.adapters.outside.recorded_build import checksum_of_inputs, finish
from geleerd.written.build_record import read_record
from tests.workbench.building import settings
from tests.workbench.small_items import tip

CONFIGURATION = {"site_name": "Proef", "plugins": ["geleerd"]}


@pytest.fixture
def root(write):
    return write({"lessons/concept.md": tip("k9m2xq", "status: draft\n"), "lessons/.DS_Store": b"ruis", "eigen/main.html": "eigen"})


def inputs(root, configuration=CONFIGURATION, **changed):
    return checksum_of_inputs(replace(settings(root), overrides=(root / "eigen",), **changed), configuration)


def test_the_same_input_in_another_folder_has_the_same_digest(root, tmp_path_factory):
    elsewhere = root.rename(tmp_path_factory.mktemp("ergens anders é") / "kennisbank")
    first = inputs(elsewhere)
    assert inputs(elsewhere.rename(root)) == first


@pytest.mark.parametrize(
    "file", ["lessons/concept.md", "content/index.md", "content/begrippen.yml", "eigen/main.html", "lessons/nieuw.png"]
)
def test_every_file_that_a_build_reads_counts(root, file):
    first = inputs(root)
    with (root / file).open("a") as opened:
        opened.write("x")
    assert inputs(root) != first


def test_the_name_of_a_file_counts_and_a_hidden_file_does_not(root):
    first = inputs(root)
    (root / "lessons/.DS_Store").unlink()
    assert inputs(root) == first
    (root / "lessons/concept.md").rename(root / "lessons/concept-2.md")
    assert inputs(root) != first


def test_settings_the_day_and_the_configuration_count(root):
    day = settings(root).today
    found = [
        inputs(root),
        inputs(root, {"site_name": "Anders"}),
        inputs(root, today=day.replace(day=1)),
        inputs(root, desk="ander@voorbeeld.nl"),
        inputs(root, changed={"lessons/concept.md": day}),
    ]
    assert len(set(found)) == len(found)


def test_the_order_in_which_git_tells_its_days_does_not_count(root):
    day = settings(root).today
    assert inputs(root, changed={"a": day, "b": day}) == inputs(root, changed={"b": day, "a": day})


def test_the_record_lists_the_site_and_tells_nothing_of_drafts(root, tmp_path, monkeypatch):
    monkeypatch.setenv("GELEERD_COMMIT", "4f1c2ab")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("begin")
    for _ in range(2):  # the record of an earlier build is not part of the next
        finish(site, settings(root), CONFIGURATION)
    told = (site / "build.json").read_bytes()
    assert [*read_record(told).files] == ["index.html"]
    assert json.loads(told)["commit"] == "4f1c2ab"
    assert b"concept" not in told
    assert b"lessons" not in told
