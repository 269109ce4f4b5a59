"""Keeps the answers of other sites in a file between two runs of `geleerd links`."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from geleerd.adapters.outside.web.visitor import STATES, Answer


@dataclass(frozen=True, slots=True)
class Remembered:
    """An answer and the day on which it was given."""

    answer: Answer
    day: date


def read_memory(path: Path) -> dict[str, Remembered]:
    """The answers of earlier runs; none when there is no file. Raises `ValueError` when the file holds anything else."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
        return {
            address: Remembered(Answer(entry["state"], entry["status"], entry["moved_to"]), date.fromisoformat(entry["day"]))
            for address, entry in entries.items()
            if entry["state"] in STATES
        }
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (KeyError, TypeError, AttributeError, OSError) as error:
        raise ValueError(path) from error


def write_memory(path: Path, memory: Mapping[str, Remembered]) -> None:
    """Write the answers for the next run; make the folder if needed. If writing fails, the old file stays. Raises `OSError`."""
    entries = {address: {**asdict(memory[address].answer), "day": str(memory[address].day)} for address in sorted(memory)}
    place = path.resolve()  # replace the file behind a symbolic link, and keep the link
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.new")
    new.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    new.replace(place)


def still_valid(memory: Mapping[str, Remembered], day: date, days: int) -> dict[str, Remembered]:
    """The answers that are recent enough to keep. Addresses that could not be reached are always asked again."""
    oldest = day - timedelta(days)
    return {address: found for address, found in memory.items() if found.day > oldest and found.answer.state != "unreachable"}
