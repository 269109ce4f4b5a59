"""The tables of the report, from the figures: one size after another, then how it grows, and what a writer waits for."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from benchmarks.generators.generator import Generator
from benchmarks.speed.environments import version_of
from benchmarks.speed.figures import Figures, Spread, State, spread

MEASURES = ("stock", "hugo")
"""The generators that others are measured by."""

SMALLEST_SHARE = 0.015


def report(figures: Figures, said: Iterable[str], sections: Iterable[str]) -> str:
    """The whole report: what was done and where, the tables, and sections that others wrote."""
    parts = [
        "# How fast sites are built",
        "\n".join(said),
        "\n".join(_generators(figures)),
        "![Seconds of a build by generator and size](results.svg)",
        *("\n".join(lines) for size in figures.sizes for lines in _size(figures, size)),
        "\n".join(_growth(figures)),
        "\n".join(_saves(figures)),
        *sections,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table in Markdown; the first column holds names, the others figures."""
    names = list(head)
    yield f"| {' | '.join(names)} |"
    yield f"|{'|'.join(['---', *['---:'] * (len(names) - 1)])}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def shown(found: Spread | None, unit: str = "") -> str:
    """A median with its least and most; a dash when nothing was measured."""
    if found is None:
        return "–"
    if found.least == found.most:
        return f"{_number(found.median)}{unit}"
    return f"{_number(found.median)}{unit} ({_number(found.least)}–{_number(found.most)})"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _generators(figures: Figures) -> Iterator[str]:
    """Every generator, with those that could not be measured and why."""
    yield "| generator | version | makes, beside the page of every item |"
    yield "|---|---|---|"
    for each in figures.generators:
        missing = f"**not measured: {figures.missing[each.key]}.** " if each.key in figures.missing else ""
        yield f"| {each.name} | {version_of(each)} | {missing}{each.makes} |"


def _size(figures: Figures, size: int) -> Iterator[Iterator[str]]:
    present = [each for each in figures.generators if (size, each.key, State.COLD) in figures.runs]
    rounds = max(len(runs) for (measured, *_), runs in figures.runs.items() if measured == size)
    yield iter([f"## {size:,} items", "", f"Seconds on the clock: median of {rounds} (least–most)."])
    yield _by_state(present, lambda each, state: shown(figures.seconds(size, each.key, state)))
    yield iter(["Seconds of the processors, with those of all processes that a build starts."])
    yield _by_state(present, lambda each, state: shown(figures.cpu(size, each.key, state)))
    yield from _ratios(figures, size, present)
    yield table(
        ["the whole tree of processes, and the site", "most memory, MiB", "files", "HTML files", "MB"], _sites(figures, size, present)
    )


def _by_state(present: list[Generator], told: Callable[[Generator, State], str]) -> Iterator[str]:
    return table(["", *State], ([each.name, *(told(each, state) for state in State)] for each in present))


def _ratios(figures: Figures, size: int, present: list[Generator]) -> Iterator[Iterator[str]]:
    """The medians of our builds as multiples of the cold builds that we measure by."""
    pairs = [(ours, other) for ours in present if ours.pictures for other in present if other.key in MEASURES]
    for said, told in (("Our seconds on the clock", figures.seconds), ("Our seconds of the processors", figures.cpu)):
        if pairs:
            yield iter([f"{said} as multiples of a cold build of others."])
            yield table(["", *State], (_ratio_row(ours, other, size, told) for ours, other in pairs))


def _ratio_row(ours: Generator, other: Generator, size: int, told: Callable[[int, str, State], Spread | None]) -> list[str]:
    measure = told(size, other.key, State.COLD)
    ratios = (_ratio(told(size, ours.key, state), measure.median) if measure else "–" for state in State)
    return [f"{ours.name} ÷ {other.name}", *ratios]


def _ratio(found: Spread | None, measure: float) -> str:
    return f"{found.median / measure:.2f}" if found else "–"


def _sites(figures: Figures, size: int, present: list[Generator]) -> Iterator[list[str]]:
    for each in present:
        memory, site = figures.memory[size, each.key], figures.written[size, each.key]
        yield [
            each.name,
            f"{memory / 2**20:.0f}" if memory else "–",
            f"{site.files:,}",
            f"{site.pages:,}",
            f"{site.bytes / 1e6:.1f}",
        ]


def _growth(figures: Figures) -> Iterator[str]:
    known = {each.name: power for each in figures.generators if (power := figures.growth(each.key)) is not None}
    if known:
        yield f"## How it grows, {figures.sizes[0]:,} → {figures.sizes[-1]:,} items\n"
        yield "The power of the size with which a cold build grows; 1 when twice the items take twice the time.\n"
        yield from table(["", "exponent"], ([name, f"{power:.2f}"] for name, power in known.items()))


def _saves(figures: Figures) -> Iterator[str]:
    """What somebody waits for who writes."""
    if not figures.saves:
        return
    yield "## From saving a file to the page that shows it\n"
    yield "Seconds, with the development server of each generator: median (least–most, number of saves).\n"
    columns = {(size, state): f"{size:,} items: {state}" for size, _, state in sorted(figures.saves)}
    rows = (
        [each.name, *(_saved(figures.saves.get((size, each.key, state), [])) for size, state in columns)]
        for each in figures.generators
        if any(key == each.key for _, key, _ in figures.saves)
    )
    yield from table(["", *columns.values()], rows)


def _saved(waits: list[float]) -> str:
    found = spread(waits)
    return f"{_number(found.median)} ({_number(found.least)}–{_number(found.most)}, {len(waits)})" if found else "–"


def profile_section(profiles: Mapping[int, Mapping[str, float]]) -> str:
    """Where the time of our cold build goes, by size; what is small is added up."""
    if not profiles:
        return ""
    largest = profiles[max(profiles)]
    named = [room for room in sorted(largest, key=lambda room: -largest[room]) if largest[room] > SMALLEST_SHARE * sum(largest.values())]
    rows = [[room, *(_share(profile, profile.get(room, 0.0)) for profile in profiles.values())] for room in named]
    rest = [_share(profile, sum(each for room, each in profile.items() if room not in named)) for profile in profiles.values()]
    total = [f"{sum(profile.values()):.1f} s" for profile in profiles.values()]
    lines = table(["room", *(f"{size:,} items" for size in profiles)], [*rows, ["all others", *rest], ["together", *total]])
    said = "Seconds of the processors in one cold build of Geleerd, pictures kept, by the innermost room at work."
    return "\n".join(["## Where our time goes\n", f"{said} Libraries count for the room that calls them.\n", *lines])


def _share(profile: Mapping[str, float], seconds: float) -> str:
    return f"{seconds:.2f} s, {seconds / sum(profile.values()):.0%}"
