"""Keeps what the last check of a whole knowledge base found, so that another one of the same files need not look again.

The key is a digest of all that a check takes: our own programs and the packages, the settings with the day, and the bytes of every file.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from geleerd.adapters.kept.folder import keep, kept_folder
from geleerd.adapters.kept.last_build import LAST
from geleerd.adapters.kept.ways import digests_below, ways
from geleerd.model.declarations.registry import DECLARATIONS
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.settings import Settings

_NAME = "check.json"


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check of a whole knowledge base finds: all problems in order, and the number of items and frame entries.

    `drafts` are the files that do not go online yet, `others` those of other items, frame entries and staff pages.
    """

    problems: tuple[Problem, ...]
    items: int
    frame: int
    drafts: tuple[str, ...]
    others: tuple[str, ...]


def asked_of_check(settings: Settings) -> str:
    """A digest of all that a check takes now."""
    folders = [settings.root / settings.lessons_dir, settings.root / settings.content_dir]
    whole = hashlib.blake2b(f"{ways()} {settings!r}".encode(errors="surrogateescape"), digest_size=20)
    for line in digests_below(folders):
        whole.update(f"{len(line)}:{line}".encode(errors="surrogateescape"))
    return whole.hexdigest()


def last_findings(settings: Settings, asked: str) -> Findings | None:
    """What the last check found, if it was asked the same; None otherwise."""
    if (folder := kept_folder(settings.root, LAST)) is None or settings.declarations != DECLARATIONS:
        return None
    with suppress(OSError, ValueError, TypeError, KeyError):
        key, digest, content = (folder / _NAME).read_bytes().split(b"\n", 2)
        if key.decode() == asked and _digest(asked, content) == digest:
            return _findings(json.loads(content))
    return None


def keep_findings(findings: Findings, settings: Settings, asked: str) -> None:
    """Keep what a check found that was asked this, in place of what was kept before."""
    if (folder := kept_folder(settings.root, LAST)) is None or settings.declarations != DECLARATIONS:
        return
    with suppress(OSError, TypeError):  # such as a folder that cannot be written to, or a word of a problem that JSON does not know
        content = json.dumps(_told(findings), ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
        keep(b"\n".join((asked.encode(), _digest(asked, content), content)), folder / _NAME)


def _digest(asked: str, content: bytes) -> bytes:
    return hashlib.blake2b(content, key=asked.encode(), digest_size=20).hexdigest().encode()


def _told(findings: Findings) -> Mapping[str, object]:
    problems = [
        [p.place.file, p.place.line, p.code.value, {name: _plain(word) for name, word in p.parameters.items()}] for p in findings.problems
    ]
    return {"problems": problems, "counts": [findings.items, findings.frame], "drafts": findings.drafts, "others": findings.others}


def _findings(told: Mapping[str, Any]) -> Findings:
    problems = tuple(
        Problem(Place(file, line), Code(code), {name: _word(word) for name, word in words.items()})
        for file, line, code, words in told["problems"]
    )
    items, frame = told["counts"]
    return Findings(problems, items, frame, tuple(told["drafts"]), tuple(told["others"]))


def _plain(word: object) -> object:
    """A word of a problem, as JSON gives it back. Raises `TypeError` for a kind that it does not give back."""
    if type(word) is tuple:
        return list(map(_plain, word))
    if type(word) in {str, int, float, bool, type(None)}:
        return word
    raise TypeError(type(word))


def _word(plain: object) -> object:
    return tuple(map(_word, plain)) if isinstance(plain, list) else plain
