"""A thousand random sequences of changes: after each change, a build with what is kept beside one without it, byte for byte.

`python -m benchmarks.sequences 100` tries a hundred.
"""

import os
import random
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.workbench.building import written
from tests.workbench.changes import CHANGES
from tests.workbench.full_items import frame_files, item_files
from tests.workbench.increments import first_differing

SEQUENCES = 1_000
LONGEST = 6


def sequences_section(count: int = SEQUENCES) -> str:
    """Try sequences, and tell in a section of the report how many there were. Raises `SystemExit` at the first with a difference."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1795305600")
    tried: Counter[str] = Counter()
    for number in range(count):
        chance = random.Random(number)  # noqa: S311  # a sequence must be the same every time
        names = chance.choices(sorted(CHANGES), k=chance.randint(1, LONGEST))
        with TemporaryDirectory() as folder:
            root = written(Path(folder, "reeks"), {**item_files(), **frame_files()})
            made, differ = first_differing(root, names, number)
        if differ:
            raise SystemExit(f"sequence {number}, after {', '.join(made)}: {', '.join(sorted(differ)[:9])}")
        tried.update(names)
    kinds = ", ".join(f"{name} {times:,}" for name, times in sorted(tried.items()))
    said = f"{count:,} random sequences of {tried.total():,} changes: after each, a build with what earlier ones kept gave the same bytes"
    return f"## What is kept never shows\n\n{said} as a build without it.\nThe changes: {kinds}.\n"


if __name__ == "__main__":
    print(sequences_section(*map(int, sys.argv[1:])))
