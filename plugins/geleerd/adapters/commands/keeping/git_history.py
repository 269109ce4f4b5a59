"""What git remembers: every version of every text on all branches and tags, in what is put aside, and in what was undone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from geleerd.adapters.outside.git import GitError, contents_of, git

TEXTS = (".md", ".yml", ".yaml", ".json", ".jsonl", ".csv", ".txt", ".html")
"""Ends of the names of files that are read for their words."""

_QUESTION = (
    "-z",
    "--raw",
    "--root",
    "--no-renames",
    "--no-abbrev",
    "--diff-merges=separate",
    "--no-show-signature",
    "--format=commit %H",
)
"""The files that a commit wrote. One that was renamed counts under each of its names."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file as a commit wrote it: its path from the root of the repository, and the name of its content."""

    commit: str
    path: str
    blob: str


def versions(root: Path) -> tuple[Version, ...]:
    """Every version of every file, newest first. Raises `GitError` where git keeps nothing."""
    words = iter(git(root, *_question("--all", "--reflog")).decode("utf-8", "surrogateescape").split("\0"))
    return tuple(_versions(words))


def _question(*commits: str) -> tuple[str, ...]:
    return ("--no-replace-objects", "log", *commits, *_QUESTION)


def _versions(words: Iterator[str]) -> Iterator[Version]:
    commit = ""
    for word in words:
        facts = word.strip("\n")
        if facts.startswith(":"):
            path, blob = next(words, ""), facts.split()[3]
            if blob.strip("0"):  # all zeros: the file was removed
                yield Version(commit, path, blob)
        elif facts.startswith("commit "):
            commit = facts.removeprefix("commit ")


def versions_read(root: Path, found: Iterable[Version]) -> Mapping[str, bytes]:
    """The contents of these versions that are texts, by their names; what this clone lacks is left out."""
    blobs = [*dict.fromkeys(version.blob for version in found if version.path.lower().endswith(TEXTS))]
    return {blob: text for blob, text in zip(blobs, contents_of(root, blobs), strict=True) if text is not None}


def said_beside(root: Path) -> Iterator[tuple[str, bytes]]:
    """What git keeps beside the files: the messages of commits and tags, and every version of the notes; each with its name."""
    for commit in git(root, "log", "--all", "--reflog", "-z", "--no-show-signature", "--format=%H%n%B").split(b"\0"):
        name, _, message = commit.partition(b"\n")
        yield f"commit {name.decode()[:10]}", message
    for tag in git(
        root, "for-each-ref", "--format=%(if:equals=tag)%(objecttype)%(then)%(refname:strip=2)%0a%(contents)%00%(end)", "refs/tags"
    ).split(b"\0"):
        name, _, message = tag.strip(b"\n").partition(b"\n")
        yield f"tag {name.decode('utf-8', 'replace')}", message
    for reference in git(root, "for-each-ref", "--format=%(refname)", "refs/notes").decode().split():
        notes = tuple(_versions(iter(git(root, *_question(reference)).decode("utf-8", "surrogateescape").split("\0"))))
        texts = contents_of(root, [note.blob for note in notes])
        yield from ((f"notes {reference} {note.path.replace('/', '')[:10]}", text or b"") for note, text in zip(notes, texts, strict=True))


def holding(root: Path, commits: Iterable[str]) -> tuple[str, ...]:
    """The branches, tags and other names that lead to any of these commits."""
    asked = [f"--contains={commit}" for commit in dict.fromkeys(commits)]
    said = git(root, "for-each-ref", "--format=%(refname)", *asked) if asked else b""
    return tuple(name.removeprefix("refs/") for name in said.decode("utf-8", "replace").splitlines())


def is_whole(root: Path) -> bool:
    """Whether this clone has the whole history."""
    try:
        return git(root, "rev-parse", "--is-shallow-repository").strip() == b"false"
    except GitError:
        return False


def place_in(root: Path) -> str:
    """The folder of the knowledge base within its repository, with a slash behind it; empty when it is the same."""
    return git(root, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").strip("\n")
