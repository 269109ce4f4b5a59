"""The day on which a file last changed, from real repositories."""

import datetime
import os
import subprocess
from pathlib import Path

import pytest

from geleerd.adapters.outside import git_days
from geleerd.adapters.outside.git import GitError
from geleerd.adapters.outside.git_days import ShallowCloneError, days_of_change
from tests.workbench.building import Write, built
from tests.workbench.revisions import git


def day(number: int) -> datetime.date:
    return datetime.date(2027, 1, number)


def commit(root: Path, number: int, *words: str) -> None:
    """Commits everything at noon of a day in January; the author wrote it long before."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {f"GIT_{role}_{part}": f"test@{part}.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": "2020-01-01T12:00:00Z", "GIT_COMMITTER_DATE": f"2027-01-{number:02}T12:00:00Z"}
    env = {**own, **who, **dates, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for command in (["add", "--all"], words or ["commit", "--quiet", "--no-gpg-sign", "--message", "versie"]):
        subprocess.run(["git", *command], cwd=root, env=env, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    put(tmp_path, "lessons/a.md", "een")
    put(tmp_path, "lessons/twee woorden é.md", "twee")
    put(tmp_path, "content/themas/x.md", "drie")
    put(tmp_path, "elders.md", "vier")
    commit(tmp_path, 1)
    return tmp_path


def put(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text)


def found(root: Path) -> dict[str, datetime.date]:
    return dict(days_of_change(root, "lessons", "content"))


def test_every_file_has_the_day_of_its_last_commit(root):
    put(root, "lessons/twee woorden é.md", "anders")
    commit(root, 2)
    put(root, "lessons/a.md", "nog niet vastgelegd")
    assert found(root) == {"lessons/a.md": day(1), "lessons/twee woorden é.md": day(2), "content/themas/x.md": day(1)}


def test_moving_a_file_is_no_change_of_what_it_says(root):
    (root / "lessons/map").mkdir()
    (root / "lessons/a.md").rename(root / "lessons/map/b.md")
    commit(root, 2)
    (root / "lessons/map/b.md").rename(root / "lessons/c.md")
    put(root, "lessons/a.md", "een heel ander bestand")
    commit(root, 3)
    assert found(root)["lessons/c.md"] == day(1)
    assert found(root)["lessons/a.md"] == day(3)
    put(root, "lessons/c.md", "anders")
    commit(root, 4)
    assert found(root)["lessons/c.md"] == day(4)


def test_a_file_does_not_inherit_from_one_that_had_its_name_before(root):
    put(root, "lessons/d.md", "het eerste bestand met deze naam")
    commit(root, 2)
    (root / "lessons/d.md").unlink()
    commit(root, 3)
    (root / "lessons/a.md").rename(root / "lessons/d.md")
    commit(root, 4)
    assert found(root)["lessons/d.md"] == day(1)


def test_what_was_merged_changed_on_the_day_it_came_in(root):
    git(root, "checkout", "--quiet", "-b", "zijtak")
    put(root, "lessons/a.md", "op een zijtak")
    commit(root, 2)
    git(root, "checkout", "--quiet", "main")
    put(root, "content/themas/x.md", "intussen")
    commit(root, 3)
    commit(root, 9, "merge", "--quiet", "--no-ff", "--no-gpg-sign", "--message", "erbij", "zijtak")
    assert found(root) == {"lessons/a.md": day(9), "lessons/twee woorden é.md": day(1), "content/themas/x.md": day(3)}


def test_a_knowledge_base_may_lie_in_a_folder_of_its_repository(root):
    assert dict(days_of_change(root / "content", "themas")) == {"themas/x.md": day(1)}


def test_no_more_commits_are_read_than_is_bounded(root, monkeypatch):
    put(root, "lessons/a.md", "anders")
    commit(root, 2)
    monkeypatch.setattr(git_days, "MOST_COMMITS", 1)
    assert found(root) == {"lessons/a.md": day(2)}


def test_settings_of_a_person_do_not_change_the_answer(root):
    for key, value in (
        ("log.showSignature", "true"),
        ("diff.renames", "copies"),
        ("log.diffMerges", "off"),
        ("color.ui", "always"),
        ("diff.noprefix", "true"),
        ("log.showRoot", "false"),
        ("log.follow", "true"),
        ("core.quotePath", "true"),
        ("diff.relative", "false"),
        ("log.mailmap", "true"),
        ("format.pretty", "fuller"),
    ):
        git(root, "config", key, value)
    assert found(root) == dict.fromkeys(("lessons/a.md", "lessons/twee woorden é.md", "content/themas/x.md"), day(1))
    assert dict(days_of_change(root, "content")) == {"content/themas/x.md": day(1)}


def test_what_somebody_replaced_in_their_own_copy_changes_nothing(root):
    put(root, "lessons/a.md", "anders")
    commit(root, 2)
    before = found(root)
    git(root, "replace", "--graft", "HEAD")
    assert found(root) == before


def test_the_name_of_a_folder_is_no_pattern(root):
    put(root, "les*/x.md", "vijf")
    commit(root, 2)
    assert dict(days_of_change(root, "les*")) == {"les*/x.md": day(2)}


def test_nothing_is_known_of_a_folder_that_git_does_not_keep(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert found(tmp_path) == {}


def test_without_git_commits_or_the_whole_history_it_says_why_nothing_is_known(root, tmp_path_factory, monkeypatch):
    empty = tmp_path_factory.mktemp("leeg")
    git(empty, "init", "--quiet")
    with pytest.raises(GitError, match="does not have any commits yet"):
        found(empty)
    put(root, "lessons/a.md", "anders")
    commit(root, 2)
    shallow = tmp_path_factory.mktemp("ondiep")
    git(shallow, "clone", "--quiet", "--depth", "1", f"file://{root}", "kloon")
    with pytest.raises(ShallowCloneError):
        found(shallow / "kloon")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="git: command not found"):
        found(root)


@pytest.fixture
def kept_by_git(write: Write):
    root = write({})
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, 1)
    return root


def test_a_build_tells_once_why_git_refuses(kept_by_git):
    """Git itself plays the other owner when its tests ask so."""
    told = built(kept_by_git, "--strict", GIT_TEST_ASSUME_DIFFERENT_OWNER="1", GIT_CONFIG_GLOBAL="/dev/null")
    assert told.returncode == 0
    assert told.stderr.count("dubious ownership in repository") == 1
    assert "Vertrouw je ze? Draai dan git config --global --add safe.directory" in told.stderr


def test_a_build_tells_once_that_the_history_is_not_whole(kept_by_git, tmp_path_factory):
    shallow = tmp_path_factory.mktemp("ondiep") / "kloon"
    git(kept_by_git, "commit", "--quiet", "--allow-empty", "-m", "later")
    git(kept_by_git, "clone", "--quiet", "--depth", "1", f"file://{kept_by_git}", str(shallow))
    assert built(shallow, "--strict").stderr.count("fetch --unshallow") == 1


def test_a_feed_says_when_an_item_changed_in_git(write: Write):
    root = write({})
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, 1)
    path = root / "lessons/begin-klein.md"
    path.write_text(path.read_text() + "\nEn begin op tijd.\n")
    commit(root, 2)
    assert built(root, "--strict").returncode == 0
    text = (root / "site/tips/feed.xml").read_text()
    assert text.count("<updated>2027-01-02T00:00:00+00:00</updated>") == 2  # the feed and the item that changed
    assert text.count("<updated>2027-01-01T00:00:00+00:00</updated>") == 1
