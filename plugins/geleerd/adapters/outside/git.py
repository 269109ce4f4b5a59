"""Runs git commands."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path


class GitError(Exception):
    """Git failed, or is not installed. The message is that of git."""


class RevisionError(Exception):
    """There is no revision to compare with. `key` is that of the sentence that says why, `detail` the message of git."""

    def __init__(self, key: str, detail: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.detail = detail


def git(root: Path, *words: str, given: bytes = b"") -> bytes:
    """The output of a git command. Raises `GitError` when git fails or is not installed."""
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        result = subprocess.run(["git", *words], cwd=root, input=given, capture_output=True, check=False, env=environment)  # noqa: S603, S607  # whichever git the person uses; every word is ours or was checked
    except FileNotFoundError:
        raise GitError("git: command not found") from None
    if result.returncode:
        raise GitError(result.stderr.decode("utf-8", "replace").strip().partition("\n")[0])
    return result.stdout


def contents_of(root: Path, identifiers: Sequence[str]) -> Iterator[bytes | None]:
    """The contents of objects, in their order; None for one that this clone lacks. A line with name, kind and size stands before each."""
    data = git(root, "cat-file", "--batch", given="".join(f"{identifier}\n" for identifier in identifiers).encode())
    position = 0
    for _ in identifiers:
        start = data.index(b"\n", position) + 1
        if data.endswith(b" missing\n", position, start):
            yield None
            position = start
        else:
            size = int(data[position:start].split()[-1])
            yield data[start : start + size]
            position = start + size + 1
