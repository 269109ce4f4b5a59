"""After an edit a build plans the parts that read what was edited, and no others; when it cannot know that, it plans all."""

import pytest

from geleerd.adapters.building.build import write_site
from geleerd.adapters.kept.job_keys import JobKeys
from geleerd.adapters.kept.parts import KeptParts
from geleerd.adapters.settings.configuration import read_configuration
from geleerd.adapters.settings.frame import frame_from
from geleerd.adapters.settings.load import settings_at
from geleerd.pipeline import NOTHING_YET, Planned, planned

ITEM = "lessons/begin-klein.md"


@pytest.fixture
def root(write):
    """A knowledge base of which one build was made."""
    root = write({})
    write_site(root / "site", settings_at(root), read_configuration(root / "mkdocs.yml"))
    return root


def next_plan(root) -> Planned:
    settings = settings_at(root)
    parts = KeptParts(settings, JobKeys(settings, frame_from(read_configuration(root / "mkdocs.yml"), settings)))
    found = planned(settings, NOTHING_YET, unchanged=parts.unchanged)
    assert parts.hold(found)
    return found


def names(found: Planned) -> set[str]:
    """The parts that are planned anew, but for those with files as they lie on disk, which cost nothing."""
    return {part.name for part in found.parts if part.jobs is not None} - {"files", "files of forms"}


def edit(root, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_without_an_edit_nothing_is_planned(root):
    assert names(next_plan(root)) == set()


def test_an_edit_of_a_body_plans_what_shows_it(root):
    (root / ITEM).write_text((root / ITEM).read_text() + "\nNog een zin, met [een link](https://elders.example/).\n")
    found = names(next_plan(root))
    assert {f"page {ITEM}", f"record {ITEM}"} < found
    assert {name.partition(" ")[0] for name in found} == {"page", "record", "feed"}
    assert len([name for name in found if not name.startswith("feed ")]) == 2


def test_an_edit_of_anything_that_others_see_plans_everything(root):
    every = len(next_plan(root).parts)
    edit(root, ITEM, "title: ", "title: Anders ")
    assert len([part for part in next_plan(root).parts if part.jobs is not None]) == every


@pytest.mark.parametrize("spoil", [lambda content: content[:-1], lambda content: b"", lambda content: content.replace(b"begin", b"klein")])
def test_what_is_not_kept_whole_is_not_believed(root, spoil):
    (kept,) = root.glob(".cache/geleerd/made/parts.json")
    kept.write_bytes(spoil(kept.read_bytes()))
    assert all(part.jobs is not None for part in next_plan(root).parts)
