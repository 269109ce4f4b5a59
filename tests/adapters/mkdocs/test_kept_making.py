"""What the host's builds keep of pages and feeds: taken instead of made, and only where nothing but data decides how they look."""

from pathlib import Path

import pytest

from geleerd.adapters.kept.made import MADE_FOLDER
from geleerd.adapters.mkdocs.kept_making import KeptMaker, tells_all
from geleerd.adapters.outside.site_files import checksums
from geleerd.making.frame import PageFrame
from geleerd.making.maker import HtmlFile, Maker
from geleerd.model.frozen import Frozen
from geleerd.pipeline import NOTHING_YET, planned
from tests.adapters.building.test_workers import FRAME
from tests.workbench.building import built, put, settings
from tests.workbench.full_items import frame_files, item_files


@pytest.fixture
def asked(write):
    return settings(write({**item_files(), **frame_files()}))


def contents(artefacts) -> dict[str, bytes]:
    found = ((one.path, one.content) for one in artefacts)
    return {path: content if isinstance(content, bytes) else content.encode() for path, content in found if content is not None}


def kept_by_one_build(asked, site: Path):
    """What a first build made, of which all stands in a site but for a page that somebody changed there."""
    maker = KeptMaker(asked, FRAME, {})
    for job in planned(asked, NOTHING_YET).jobs:
        maker.make(job)
    for path, content in contents(one for made in maker.made.values() for one in made).items():
        put(site, {path: content.decode() + ("!" if path == "tips/index.html" else "")})
    maker.keep(site, checksums(site))
    return maker.made


def test_what_was_kept_is_not_made_again(asked, tmp_path, monkeypatch):
    first = kept_by_one_build(asked, tmp_path / "site")
    made_again = []

    def make(_, job):
        made_again.append(job)
        return (HtmlFile("x", "", None),)

    monkeypatch.setattr(Maker, "make", make)
    second = KeptMaker(asked, FRAME, {})
    for job in planned(asked, NOTHING_YET).jobs:
        second.make(job)
    assert [job.address for job in made_again if hasattr(job, "address")] == ["tips/"]
    for key, made in first.items():
        if not any(one.path == "tips/index.html" for one in made):
            assert contents(second.made[key]) == contents(made)
            assert [(one.needs, one.source) for one in second.made[key] if isinstance(one, HtmlFile)] == [
                (one.needs, one.source) for one in made if isinstance(one, HtmlFile)
            ]


def test_what_is_damaged_is_made_again(asked, tmp_path):
    first = kept_by_one_build(asked, tmp_path / "site")
    for kept in (asked.root / MADE_FOLDER / "objects").rglob("*"):
        if kept.is_file():
            kept.unlink()
            kept.write_bytes(b"x")
    second = KeptMaker(asked, FRAME, {})
    for job in planned(asked, NOTHING_YET).jobs:
        second.make(job)
    assert second.made == first


def test_one_process_takes_what_it_made_before(asked):
    first = KeptMaker(asked, FRAME, {})
    page = next(job for job in planned(asked, NOTHING_YET).jobs if getattr(job, "address", None) == "tips/begin-klein/")
    second = KeptMaker(asked, FRAME, {}) if (made := first.make(page)) else None
    again = KeptMaker(asked, FRAME, first.made)
    assert second.make(page) == made
    assert again.make(page) is made


def test_a_frame_with_a_program_in_it_tells_no_key():
    assert tells_all(FRAME)
    assert not tells_all(PageFrame(Frozen({"extra": {"show": [print]}})))


def test_after_changes_the_host_builds_what_it_builds_without_anything_kept(write):
    root = write({**item_files(), **frame_files()})
    assert built(root).returncode == 0
    text = (root / "lessons/begin-klein.md").read_text()
    put(root, {"lessons/begin-klein.md": text.replace("title: ", "title: Nu ", 1)})
    assert built(root).returncode == 0
    assert len([*(root / MADE_FOLDER / "objects").rglob("*")]) > 100
    once_more = built(root, "--site-dir", "kept")
    (root / ".cache").rename(root.with_name("aside"))
    clean = built(root, "--site-dir", "clean")
    assert once_more.returncode == clean.returncode == 0
    assert "Nu " in (root / "clean/tips/begin-klein/index.html").read_text()
    kept, anew = (checksums(root / name) for name in ("kept", "clean"))
    assert {name for name in kept.keys() | anew.keys() if kept.get(name) != anew.get(name)} == set()
