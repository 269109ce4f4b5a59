"""Two folders with what each package said and wrote, compared byte for byte."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

MOST = 20
"""Differences told of a part; the rest is counted. What many texts show alike is told once, so that it hides no other difference."""

WIDTH = 150
BEFORE = 40
"""Characters that are shown of a line, and how many of them before the first that differs."""

SIDES = ("base", "head")


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not the same on both sides: how, in a few words, and for a text what both say there."""

    name: str
    how: str
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A part of what a user sees: how many files it has on both sides together, and those that differ, by name."""

    part: str
    files: int
    differences: tuple[Difference, ...]


def compared(part: str, base: Path, head: Path) -> Comparison:
    """Every file of two folders; a folder that is not there holds none."""
    sides = (_files(base), _files(head))
    names = sorted({*sides[0], *sides[1]})
    return Comparison(part, len(names), tuple(_differences(names, sides)))


def told(comparison: Comparison) -> Iterator[str]:
    """One line for a part that is the same; else the files that differ, and how."""
    if not comparison.differences:
        yield f"{comparison.part}: {comparison.files:,} files the same"
        return
    yield f"{comparison.part}: {len(comparison.differences):,} of {comparison.files:,} files differ"
    alike = _alike(comparison.differences)
    for first, *others in alike[:MOST]:
        yield f"  {first.name}: {first.how}{f' (so in {len(others):,} more)' if others else ''}"
        yield from (f"    {line}" for line in first.shown)
    if rest := sum(map(len, alike[MOST:])):
        yield f"  and {rest:,} more"


def _alike(differences: Iterable[Difference]) -> list[list[Difference]]:
    """Differences that show the same together; those that show nothing are each of their own kind."""
    kinds: dict[tuple[str, ...], list[Difference]] = {}
    for difference in differences:
        kinds.setdefault(difference.shown or (difference.name,), []).append(difference)
    return [*kinds.values()]


def _files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_symlink() or path.is_file()}


def _differences(names: Sequence[str], sides: tuple[dict[str, Path], dict[str, Path]]) -> Iterator[Difference]:
    for name in names:
        missing = [side for side, files in zip(SIDES, sides, strict=True) if name not in files]
        if missing:
            yield Difference(name, f"not in {missing[0]}")
            continue
        base, head = (_content(files[name]) for files in sides)
        if base != head:
            yield _difference(name, base, head)


def _content(path: Path) -> bytes:
    """What a file holds; of a link, where it leads."""
    return b"-> " + bytes(path.readlink()) if path.is_symlink() else path.read_bytes()


def _difference(name: str, base: bytes, head: bytes) -> Difference:
    try:
        lines = [content.decode().splitlines(keepends=True) for content in (base, head)]
    except UnicodeDecodeError:
        return Difference(name, f"{len(base):,} and {len(head):,} bytes, which differ from byte {_first(base, head):,}")
    number, (one, other) = next((n, pair) for n, pair in enumerate(zip_longest(*lines, fillvalue=""), 1) if pair[0] != pair[1])
    start = max(0, _first(one, other) - BEFORE)
    shown = (f"{side} {_excerpt(line, start)}" for side, line in zip(SIDES, (one, other), strict=True))
    return Difference(name, f"line {number:,}", tuple(shown))


def _first(one: Sequence[object], other: Sequence[object]) -> int:
    """Where two sequences part; the end of the shorter one when the other only goes on."""
    return next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))


def _excerpt(line: str, start: int) -> str:
    """A piece of a line as Python writes it, so that differences in spaces and ends of lines can be seen too."""
    if not line:
        return "(ends before)"
    shown = repr(line[start : start + WIDTH])
    return f"{'…' if start else ''}{shown}{'…' if len(line) > start + WIDTH else ''}"
