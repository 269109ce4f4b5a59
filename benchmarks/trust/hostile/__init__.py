"""1,500 hostile texts in every field of a knowledge base: none of them may run, ask another host, or be more than words anywhere.

`GELEERD_SHARE=4` tries a quarter.
"""

import os
import re
import tempfile
import time
from pathlib import Path

from benchmarks.trust.hostile import outputs, visits
from benchmarks.trust.hostile.base import hostile_base
from benchmarks.trust.hostile.texts import hostile_texts
from benchmarks.trust.hostile.waiting import timed
from tests.workbench.building import built
from tests.workbench.visiting import opened_browser

FEWEST_SEEN = 0.8
"""The part of the texts that must have reached pages; the check leaves out the others, with the items in which they are."""


def run() -> list[str]:
    """Build, read everything, and open a good share."""
    share = int(os.environ.get("GELEERD_SHARE", "1"))
    texts = hostile_texts()
    with tempfile.TemporaryDirectory() as folder:
        root, started = Path(folder), time.monotonic()
        files = hostile_base(root, texts, share)
        result = built(root)
        if result.returncode or "Traceback" in result.stderr:
            return [f"the build stopped: {result.stderr[-500:]}"]
        site = root / "site"
        seen = {mark for path in site.rglob("*.html") for mark in re.findall(r"q(\d+)q", path.read_text(encoding="utf-8"))}
        print(f"{len(texts)} texts in {files} files; {len(seen)} of them on pages; built in {time.monotonic() - started:.0f} s")
        with opened_browser() as browser:
            read, faults = outputs.read(site, browser)
            print(f"read: {', '.join(visits.printed(read))}")
            opened, happened = visits.visit(site, browser, texts, share)
            waits = list(timed(site, browser))
            print(f"opened: {', '.join(visits.printed(opened))}; {time.monotonic() - started:.0f} s in all")
    few = [f"only {len(seen)} texts reached a page"] if len(seen) < FEWEST_SEEN * len(texts) / share else []
    return [*few, *faults, *happened, *waits]
