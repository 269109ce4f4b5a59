"""Whatever bytes somebody hands in, no reader breaks: coverage-guided fuzzing of front matter, texts, metadata, drawings and clean copies.

`make trust PART=fuzz MINUTES=30` divides the minutes over the targets. What breaks one is kept in `.cache/fuzz/<target>/broken/`, and tried
again the next time; so is whatever reached new lines of the program.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.trust.seeds import SEEDS

MINUTES = float(os.environ.get("MINUTES", "30"))
KEPT = Path(".cache/fuzz")
LONGEST, SECONDS, MEGABYTES = 20_000, 60, 1_500
"""What one input may be in bytes, and may cost in time and memory."""


def run() -> list[str]:
    """Fuzz every target for its part of the time; its faults are the inputs that broke one."""
    if not importlib.util.find_spec("atheris"):
        return ["atheris is not here: make trust installs it from requirements-fuzz.txt"]
    faults = []
    for target, seeds in SEEDS.items():
        folder = KEPT / target
        (folder / "broken").mkdir(parents=True, exist_ok=True)
        _plant(folder / "found", (*seeds, *(_taken(path) for path in (folder / "broken").iterdir())))
        told = _fuzz(target, folder)
        broken = sorted((folder / "broken").iterdir())
        print(f"{target}: {told}, {len(broken)} inputs that break it")
        faults += [f"{target} breaks on {path}" for path in broken]
    return faults


def _plant(folder: Path, seeds: Iterable[bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        (folder / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)


def _taken(path: Path) -> bytes:
    """What broke a target before: where it still does, it comes back."""
    data = path.read_bytes()
    path.unlink()
    return data


def _fuzz(target: str, folder: Path) -> str:
    """How far a target came: inputs, and lines and branches reached."""
    options = [
        f"-max_total_time={round(MINUTES * 60 / len(SEEDS))}",
        *(f"-max_len={LONGEST}", f"-timeout={SECONDS}", f"-report_slow_units={SECONDS}", f"-rss_limit_mb={MEGABYTES}"),
        *(f"-artifact_prefix={folder}/broken/", "-print_final_stats=1", "-seed=1"),
    ]
    command = [sys.executable, "-m", "benchmarks.trust.fuzzed", target, str(folder / "found"), *options]
    ended = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    (folder / "log.txt").write_text(ended.stderr + ended.stdout, encoding="utf-8")
    last = [line for line in ended.stderr.split("\n") if " cov: " in line]
    return f"{last[-1].split('corp:')[0].strip() if last else 'nothing was tried'}"
