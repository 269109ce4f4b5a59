"""The day on which each file last changed, from git. The core never calls git: it gets these days as input."""

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

from geleerd.adapters.outside.git import GitError, git
from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath

MOST_COMMITS = 20_000
"""Most commits to read; a file that did not change in these has no day."""

_QUESTION = (
    "--no-replace-objects",
    "--literal-pathspecs",
    "-c",
    "log.showRoot=true",
    "log",
    "-z",
    "--format=%x00%ct",
    "--name-status",
    "-M100%",
    "--first-parent",
    "--diff-merges=first-parent",
    "--no-show-signature",
)
"""Each commit on the branch itself, newest first: its time, then its changes to files. A merge counts on the day of the merge.

A person's own configuration of git, and objects that they replaced on their machine, have no influence on this.
"""


class ShallowCloneError(Exception):
    """The clone holds a part of the history alone."""


def days_of_change(root: Path, *folders: str) -> Mapping[SourcePath, datetime.date]:
    """The day (UTC) of the last commit that changed a file in the folders; moving it unchanged does not count.

    Empty in a folder that git does not keep. Raises `ShallowCloneError` where the first commit seems to have added every file, and
    `GitError` where git refuses, for instance because the folder is somebody else's.
    """
    try:
        shallow = git(root, "rev-parse", "--is-shallow-repository").strip() != b"false"
    except GitError as error:
        if "not a git repository" in str(error):
            return Frozen()
        raise
    if shallow:
        raise ShallowCloneError
    told = git(root, *_QUESTION, f"--max-count={MOST_COMMITS}", "--relative", "--", *folders)
    return _newest(iter(told.decode("utf-8", "surrogateescape").split("\0")))


def _newest(words: Iterator[str]) -> Mapping[SourcePath, datetime.date]:
    """The newest day of each path, under the present name of the file."""
    days: dict[SourcePath, datetime.date] = {}
    name_now: dict[str, str | None] = {}
    day = datetime.date.min
    for word in words:
        if not word:  # a commit begins, or the answer ends
            day = _day(next(words, "0"))
        elif word.strip().startswith("R"):
            before, after = next(words), next(words)
            name_now[before] = name_now.get(after, after)
            name_now[after] = None  # older commits with this name are about another file
        elif name := name_now.get(path := next(words), path):
            days.setdefault(SourcePath(name), day)
    return Frozen(days)


def _day(seconds: str) -> datetime.date:
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()
