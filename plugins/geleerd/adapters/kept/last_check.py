"""Keeps what the last check of a whole knowledge base found, so that another one of the same files need not look again.

A check takes our own programs and the packages, the settings with the day, and the bytes of every file.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from geleerd.adapters.kept.folder import keep, kept_folder
from geleerd.adapters.kept.last_build import LAST
from geleerd.adapters.kept.ways import told_below, ways
from geleerd.model.declarations.registry import DECLARATIONS
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.settings import Settings

_NAME = "check.json"


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check of a whole knowledge base finds: all problems in order, and the number of items and frame entries.

    `drafts` are the files that do not go online yet, `others` those of other items, frame entries and staff pages. `outward` is what other
    files and links depend on, of the items without problems, by path.
    """

    problems: tuple[Problem, ...]
    items: int
    frame: int
    drafts: tuple[str, ...]
    others: tuple[str, ...]
    outward: Mapping[str, str] = Frozen()


@dataclass(frozen=True, slots=True)
class Taken:
    """All that a check takes: a digest of the programs and settings, and one of each file by its path."""

    ways: str
    files: Mapping[str, str]


def taken_by_check(settings: Settings) -> Taken:
    """All that a check takes now."""
    ways_and_settings = f"{ways()} {settings!r}".encode(errors="surrogateescape")
    names = (settings.lessons_dir, settings.content_dir)
    files = told_below(settings.root / name for name in names)
    by_path = {f"{names[int(place[0])]}{place[1:]}": told for place, told in files}
    return Taken(hashlib.blake2b(ways_and_settings, digest_size=20).hexdigest(), by_path)


def _is_declared_in_files(settings: Settings) -> bool:
    """Whether all types are the package's, or those of a file of the owner: what a program adds, no file tells."""
    return bool(settings.declarations.own) or settings.declarations.differs_in_folders_alone(DECLARATIONS)


def last_check(settings: Settings) -> tuple[Taken, Findings] | None:
    """What the last check took and found; None if it was not kept whole."""
    if (folder := kept_folder(settings.root, LAST)) is None or not _is_declared_in_files(settings):
        return None
    with suppress(OSError, ValueError, TypeError, KeyError):
        digest, content = (folder / _NAME).read_bytes().split(b"\n", 1)
        if _digest(content) == digest:
            told = json.loads(content)
            return Taken(*told["taken"]), _findings(told)
    return None


def keep_check(taken: Taken, findings: Findings, settings: Settings) -> None:
    """Keep what a check took and found, in place of what was kept before."""
    if (folder := kept_folder(settings.root, LAST)) is None or not _is_declared_in_files(settings):
        return
    with suppress(OSError, TypeError):  # such as a folder that cannot be written to, or a word of a problem that JSON does not know
        content = json.dumps({"taken": [taken.ways, taken.files], **_told(findings)}, separators=(",", ":")).encode()
        keep(_digest(content) + b"\n" + content, folder / _NAME)


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=20).hexdigest().encode()


def _told(findings: Findings) -> Mapping[str, object]:
    problems = [
        [p.place.file, p.place.line, p.code.value, {name: _plain(word) for name, word in p.parameters.items()}] for p in findings.problems
    ]
    counts = [findings.items, findings.frame]
    return {"problems": problems, "counts": counts, "drafts": findings.drafts, "others": findings.others, "outward": findings.outward}


def _findings(told: Mapping[str, Any]) -> Findings:
    problems = tuple(
        Problem(Place(file, line), Code(code), {name: _word(word) for name, word in words.items()})
        for file, line, code, words in told["problems"]
    )
    items, frame = told["counts"]
    return Findings(problems, items, frame, tuple(told["drafts"]), tuple(told["others"]), Frozen(told["outward"]))


def _plain(word: object) -> object:
    """A word of a problem, as JSON gives it back. Raises `TypeError` for a kind that it does not give back."""
    if type(word) is tuple:
        return list(map(_plain, word))
    if type(word) in {str, int, float, bool, type(None)}:
        return word
    raise TypeError(type(word))


def _word(plain: object) -> object:
    return tuple(map(_word, plain)) if isinstance(plain, list) else plain
