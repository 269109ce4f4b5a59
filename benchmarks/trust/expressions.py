"""Every expression that runs on what contributors write: whether it backtracks, tried with texts that its own form suggests.

Of an expression, each repeat gets as much of what it repeats as there is room for, behind what must stand before it and before what cannot
follow. Expressions that are bound to a place (`match`, `fullmatch`) are tried there; the others are sought for.
"""

import importlib
import pkgutil
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from re import _constants as parts
from re import _parser as parser
from typing import Any, Final

import geleerd

ROOT = Path(__file__).parent.parent.parent
SIZES: Final = (20, 60, 600, 6_000)
MOST: Final = 30
LITTLE: Final = 0.004
MOST_SECONDS: Final = 1
"""In seconds."""

_SIGNS = "a1 \t-.\"\n(x<,:;#>*[]/\\_é='@+&|{}%~`!?€"
_ENDS = ("\0", "\n!", "")
_REPEATS = (parts.MAX_REPEAT, parts.MIN_REPEAT, parts.POSSESSIVE_REPEAT)
_MANY = 30
"""Repeats of fewer times than this cost a fixed number of steps."""

OURS: Final = {
    "render/programs/html_tree.py": "reads the pages that we made, whose elements are closed",
    "render/pictures/palette.py": "reads our stylesheet",
    "written/": "reads the site that we made",
    "texts/bodies.py": "reads what the sanitiser wrote, whose elements are closed and have an attribute once",
    "texts/safe_html.py": "reads what the sanitiser wrote",
    "find/searched.py": "reads what the sanitiser wrote",
    "read/everyday/": "reads at most LONGEST_PHRASE characters",
    "read/traces/office/kinds.py": "reads the names of the parts of a document, each as a whole",
    "read/traces/office/parts/families.py": "reads the names of families of elements, each as a whole",
    "adapters/settings/options.py": "reads what the owner of the site wrote",
}
"""Where expressions read no text of contributors, or little of it, and why."""


def run() -> list[str]:
    """The expressions for which ten times the text takes more than thirty times the processor, with that text.

    Another process looks, since Python compiles an expression once.
    """
    said = subprocess.run([sys.executable, "-m", __name__], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    count, *faults = filter(None, said.splitlines())
    print(f"{count} expressions of the package")
    return faults


def slow_expressions() -> list[str]:
    """The same, where nobody imported the package yet."""
    used = _used()
    print(len(used))
    return [fault for (pattern, flags), places in sorted(used.items(), key=str) for fault in _slow(pattern, flags, places)]


def _build() -> None:
    """Build a site with everything filled in, for the expressions that are made when they are needed."""
    from tests.workbench.building import settings, written  # noqa: PLC0415  # it imports the package, which must be watched
    from tests.workbench.full_items import frame_files, item_files  # noqa: PLC0415  # as above

    with tempfile.TemporaryDirectory() as folder:
        pipeline = importlib.import_module("geleerd.pipeline")
        pipeline.build(settings(written(Path(folder), {**item_files(), **frame_files()})))


def _used() -> dict[tuple[str, int], set[tuple[str, str]]]:
    """The expressions of the package with their flags, each with the places where it is used and how."""
    used: dict[tuple[str, int], set[tuple[str, str]]] = {}
    with _watched(used):
        for module in pkgutil.walk_packages(geleerd.__path__, "geleerd."):
            importlib.import_module(module.name)
        _build()
    return used


@contextmanager
def _watched(used: dict[tuple[str, int], set[tuple[str, str]]]) -> Iterator[None]:
    compiled = re._compile  # noqa: SLF001  # every expression passes here

    def watch(pattern: Any, flags: Any) -> Any:  # noqa: ANN401  # as Python has it
        frame = next((one for one in reversed(traceback.extract_stack(limit=4)) if "/geleerd/" in one.filename), None)
        if frame and isinstance(pattern, str):
            used.setdefault((pattern, int(flags)), set()).add((frame.filename.rpartition("/geleerd/")[2], frame.line or ""))
        return compiled(pattern, flags)

    re._compile = watch  # noqa: SLF001  # as above
    try:
        yield
    finally:
        re._compile = compiled  # noqa: SLF001  # as above


def _slow(pattern: str, flags: int, used: set[tuple[str, str]]) -> Iterator[str]:
    places = sorted((file, line) for file, line in used if not file.startswith(tuple(OURS)))
    if places:
        yield from (f"{places[0][0]}: {found}" for found in slow_texts(pattern, flags, sought=any(_is_sought(*place) for place in places)))


def slow_texts(pattern: str, flags: int, *, sought: bool = True) -> Iterator[str]:
    """The first text that takes an expression too long, in words; nothing for an expression that has none."""
    signal.signal(signal.SIGVTALRM, _stop)
    expression = re.compile(pattern, flags)
    tries: list[Callable[[str], object]] = [expression.match, expression.fullmatch]
    if sought:
        tries.append(lambda text: sum(1 for _ in expression.finditer(text)))
    for before, piece, end in sorted(texts_of(list(parser.parse(pattern, flags)))):
        if any(_grows(work, before, piece, end) for work in tries):
            yield f"{pattern[:80]!r} with {before[-40:]!r}, {piece!r} over and over, {end!r}"
            return


def _is_sought(file: str, line: str) -> bool:
    """Whether an expression is tried at every place of a text: one with a name that only `match` and `fullmatch` follow is not."""
    if "re.match(" in line or "re.fullmatch(" in line:
        return False
    name = re.match(r"(\w+)(?::[^=]+)? = ", line)
    source = (geleerd.__path__[0] + "/" + file).replace("//", "/")
    with open(source, encoding="utf-8") as opened:  # noqa: PTH123  # a path of this very package
        used = set(re.findall(rf"\b{name[1]}\.(\w+)", opened.read())) if name else {""}
    return not used or not used <= {"match", "fullmatch"}


def _grows(work: Callable[[str], object], before: str, piece: str, end: str) -> bool:
    """Whether some size takes a second, or ten times the size more than thirty times the time, twice: a machine may be busy."""
    took = [0.0]
    for size in SIZES:
        text = before + piece * (size // len(piece) + 1) + end
        took.append(_seconds(work, text))
        if took[-1] > MOST_SECONDS:
            return True
    last = min(took[-1], _seconds(work, text)) if took[-1] > LITTLE else 0
    return last > MOST * max(took[-2], LITTLE / 4) and _seconds(work, before + piece * (10 * SIZES[-1] // len(piece)) + end) > MOST * last


def _seconds(work: Callable[[str], object], text: str) -> float:
    """The time of the processor; of what takes longer, little more than a second."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, 2 * MOST_SECONDS)
    try:
        work(text)
    except TimeoutError:
        return 2 * MOST_SECONDS
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - began


def _stop(*_: object) -> None:
    raise TimeoutError


def texts_of(tree: Sequence[tuple[Any, Any]]) -> set[tuple[str, str, str]]:
    """What to try: what comes before, what is repeated, and the end."""
    found = {(before, piece) for before, piece in _repeats(tree, "") if piece}
    found |= {("", before + piece) for before, piece in found}
    return {(before, piece, end) for before, piece in found for end in _ENDS}


def _repeats(tree: Sequence[tuple[Any, Any]], before: str) -> Iterator[tuple[str, str]]:
    """Each repeat in an expression: a text for what stands before it, and the texts that it may repeat."""
    for kind, value in tree:
        inside = _inside(kind, value)
        if kind in _REPEATS and (value[1] is parts.MAXREPEAT or value[1] >= _MANY):
            yield from ((before, piece) for piece in _pieces(inside[0]))
        for branch in inside:
            yield from _repeats(branch, before)
        before += _example(kind, value)


def _inside(kind: Any, value: Any) -> list[list[tuple[Any, Any]]]:  # noqa: ANN401  # Python's own tree has no types
    if kind in _REPEATS:
        return [list(value[2])]
    if kind is parts.SUBPATTERN:
        return [list(value[3])]
    if kind is parts.BRANCH:
        return [list(branch) for branch in value[1]]
    if kind in {parts.ASSERT, parts.ASSERT_NOT}:
        return [list(value[1])]
    return [list(value)] if kind is parts.ATOMIC_GROUP else []


def _pieces(tree: Sequence[tuple[Any, Any]]) -> list[str]:
    """The texts that a repeat may repeat: of one sign, every sign that fits."""
    if len(tree) == 1 and tree[0][0] in {parts.IN, parts.ANY, parts.NOT_LITERAL}:
        return _signs(*tree[0])
    if len(tree) == 1 and tree[0][0] in {parts.SUBPATTERN, parts.BRANCH}:
        return [piece for branch in _inside(*tree[0]) for piece in _pieces(branch)]
    return ["".join(_example(kind, value) for kind, value in tree)]


def _example(kind: Any, value: Any) -> str:  # noqa: ANN401  # as above
    """A text that a part of an expression matches."""
    if kind is parts.LITERAL:
        return chr(value)
    if kind in {parts.IN, parts.ANY, parts.NOT_LITERAL}:
        return _signs(kind, value)[0]
    if kind in {parts.ASSERT, parts.ASSERT_NOT}:
        return ""
    times = min(value[0], 200) if kind in _REPEATS else 1
    return "".join(_example(*one) for one in next(iter(_inside(kind, value)), ())) * times


def _signs(kind: Any, value: Any) -> list[str]:  # noqa: ANN401  # as above
    """The signs that a set matches."""
    if kind is parts.ANY:
        return ["a", " ", "1"]
    if kind is parts.NOT_LITERAL:
        return [sign for sign in _SIGNS if ord(sign) != value]
    is_not = value[0][0] is parts.NEGATE
    found = [sign for sign in _SIGNS if any(_has(one, sign) for one in value[is_not:]) != is_not]
    return found or [chr(one[1] if one[0] is parts.LITERAL else one[1][0]) for one in value if one[0] in {parts.LITERAL, parts.RANGE}][:1]


def _has(one: tuple[Any, Any], sign: str) -> bool:
    kind, value = one
    if kind is parts.LITERAL:
        return ord(sign) == value
    if kind is parts.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    forms = {parts.CATEGORY_SPACE: r"\s", parts.CATEGORY_DIGIT: r"\d", parts.CATEGORY_WORD: r"\w"}
    nots = {parts.CATEGORY_NOT_SPACE: r"\S", parts.CATEGORY_NOT_DIGIT: r"\D", parts.CATEGORY_NOT_WORD: r"\W"}
    return re.fullmatch({**forms, **nots}[value], sign) is not None


if __name__ == "__main__":
    print("\n".join(slow_expressions()))
