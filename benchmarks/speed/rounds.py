"""Rounds over all generators: each in turn for each state, so that what else the machine does weighs on all alike."""

import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.corpus import Corpus, body_edited, corpus_of, theme_renamed, title_edited
from benchmarks.generators.generator import SITE, Generator, write
from benchmarks.speed.environments import MissingError, environment_of
from benchmarks.speed.figures import Figures, State, written_in
from benchmarks.speed.running import FailedError, peak_of, run

EDITS = {State.BODY: body_edited, State.TITLE: title_edited, State.THEME: theme_renamed}


@dataclass(frozen=True, slots=True)
class Stand:
    """A generator with the folder and the variables in which its commands run."""

    generator: Generator
    folder: Path
    environment: Mapping[str, str]

    def forget(self, *, pictures: bool) -> None:
        """Remove the site and all that is kept between builds, the pictures too or without them."""
        kept = self.folder / self.generator.pictures
        aside = self.folder.with_name(f"{self.folder.name}.pictures")
        save = bool(self.generator.pictures) and not pictures and kept.is_dir()
        if save:
            kept.rename(aside)
        for name in (SITE, *self.generator.caches):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        if save:
            kept.parent.mkdir(parents=True)
            aside.rename(kept)


def stands_of(figures: Figures, folder: Path, corpus: Corpus) -> list[Stand]:
    """The generators that can be measured, each with the corpus in a folder."""
    stands = []
    for generator in figures.generators:
        try:
            stands.append(Stand(generator, folder / generator.key, environment_of(generator)))
        except MissingError as reason:
            figures.missing[generator.key] = str(reason)
    for stand in stands:
        write(stand.folder, stand.generator.files(corpus))
    return stands


def measure(figures: Figures, size: int, rounds: int, folder: Path, until: float) -> None:
    """Measure all generators at one size: one build with its memory, then rounds of all states, fewer when the time would run out."""
    corpus = corpus_of(size)
    stands = [stand for stand in stands_of(figures, folder, corpus) if _first(figures, size, stand)]
    for time_of_edit in range(rounds):
        began = time.monotonic()
        for state in State:
            stands = [stand for stand in stands if _measured(figures, (size, state), stand, corpus, time_of_edit)]
        took = time.monotonic() - began
        print(f"{size} items: round {time_of_edit + 1} of {rounds}, {took:.0f} s", flush=True)
        if time.monotonic() + took > until:
            break


def _first(figures: Figures, size: int, stand: Stand) -> bool:
    """Whether a generator can build at all: the first build, with its memory and what it wrote."""
    key = stand.generator.key
    try:
        figures.memory[size, key] = peak_of(stand.generator.build, stand.folder, stand.environment)
    except FailedError as reason:
        figures.missing[key] = str(reason)
        return False
    figures.written[size, key] = written_in(stand.folder / SITE)
    return True


def _measured(figures: Figures, what: tuple[int, State], stand: Stand, corpus: Corpus, time_of_edit: int) -> bool:
    """Whether a generator did its build; who keeps no pictures has one kind of cold build."""
    size, state = what
    if state is State.ALL and not stand.generator.pictures:
        return True
    if state in {State.ALL, State.COLD}:
        stand.forget(pictures=state is State.ALL)
    if state in EDITS:
        write(stand.folder, stand.generator.files(EDITS[state](corpus, time_of_edit)))
    try:
        figures.runs[size, stand.generator.key, state].append(run(stand.generator.build, stand.folder, stand.environment))
    except FailedError as reason:
        figures.missing[stand.generator.key] = str(reason)
        return False
    return True
