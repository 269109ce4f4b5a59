"""A knowledge base in which every field of every type, every body, tag, term and word of a list holds hostile texts."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

import yaml

from tests.workbench.building import SMALL, written
from tests.workbench.full_items import frame_files, item_files

_STRUCTURE = {
    *(
        "id",
        "type",
        "date",
        "happened",
        "networks",
        "themes",
        "for",
        "about",
        "value",
        "success_factors",
        "url",
        "license",
        "review_by",
        "language",
    ),
    *(
        "phase",
        "min",
        "max",
        "unit",
        "estimated",
        "minutes",
        "setting",
        "grouping",
        "state",
        "due",
        "kind",
        "patterns",
        "evidence",
        "status",
    ),
    *(
        "parent",
        "programmes",
        "start",
        "end",
        "focus",
        "followed_by",
        "scheme",
        "start_here",
        "strikes",
        "slug",
        "aliases",
        "consent",
        "open",
    ),
    *("count", "as_of", "editorial", "reviewed"),
}
"""Keys whose value is one of a list, a name of something else, a day or a number: what is hostile there, the check refuses."""

_LONGEST = {"tags": 38, "title": 95, "name": 75, "label": 55}
_DEFAULT = 250
_PARAGRAPHS = 8
_LETTERS = "abcdefghjkmnpqrstvwxyz"


class _Texts:
    """The texts in turn, each behind a mark by which it is found again: `q12q` is the thirteenth."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._numbered = cycle(enumerate(texts))

    def next(self, longest: int = _DEFAULT) -> str:
        number, text = next(self._numbered)
        return f"Zin q{number}q {text}"[:longest].ljust(24, ".")


def hostile_base(root: Path, texts: Sequence[str], share: int) -> int:
    """Write it into an empty folder: the number of files. Each text stands in items, in bodies and in the frame; `share` divides all."""
    turn = _Texts(texts)
    items = [(path, *_parts(file)) for path, file in item_files().items()]
    frame = [(path, *_parts(file)) for path, file in frame_files().items()]
    rounds = 240 // share
    files = {**dict(_items(items, turn, rounds)), **dict(_frame(frame, turn, rounds)), **_lists(turn, rounds)}
    written(root, {**item_files(), **frame_files()})
    written(root, files)
    return len(files)


def _parts(file: str) -> tuple[dict[str, object], str]:
    _, front, body = file.split("---\n", 2)
    return yaml.load(front, yaml.CBaseLoader), body  # noqa: S506  # it makes texts, lists and keys alone


def _items(kinds: list[tuple[str, dict[str, object], str]], turn: _Texts, rounds: int) -> Iterator[tuple[str, str]]:
    for number, (path, tree, _) in zip(range(rounds), cycle(kinds), strict=False):
        name, key = f"h{number}", f"h{_LETTERS[number // 22 % 22]}{_LETTERS[number % 22]}{number:03}"
        yield path.replace("vol-", f"{name}-"), _file({**_filled(tree, "", turn), "id": key, "language": "nl"}, turn)


def _frame(kinds: list[tuple[str, dict[str, object], str]], turn: _Texts, rounds: int) -> Iterator[tuple[str, str]]:
    for number, (path, tree, _) in zip(range(rounds), cycle(kinds), strict=False):
        yield path.replace("vol", f"h{number}"), _file(_filled(tree, "", turn), turn)


def _filled(value: object, key: str, turn: _Texts) -> object:
    if key in _STRUCTURE:
        return value
    if isinstance(value, dict):
        return {name: _filled(part, name, turn) for name, part in value.items()}
    if isinstance(value, list):
        return [_filled(part, key, turn) for part in value]
    return turn.next(_LONGEST.get(key, _DEFAULT))


def _file(tree: object, turn: _Texts) -> str:
    return f"---\n{_dumped(tree)}---\n" + "\n\n".join(turn.next(10_000) for _ in range(_PARAGRAPHS)) + "\n"


def _lists(turn: _Texts, rounds: int) -> dict[str, str]:
    terms = [{"term": turn.next(75), "meaning": turn.next(), "synonyms": [turn.next(75)]} for _ in range(rounds)]
    kept = yaml.safe_load((SMALL / "content" / "vocabulary.yml").read_text(encoding="utf-8"))
    words = {name: [*entries, *({"slug": f"w{number}", "name": turn.next(75)} for number in range(10))] for name, entries in kept.items()}
    return {f"content/{name}.yml": _dumped(value) for name, value in (("begrippen", terms), ("vocabulary", words))}


def _dumped(value: object) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, default_style='"', width=100_000))
