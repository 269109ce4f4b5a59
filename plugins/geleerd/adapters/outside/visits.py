"""What other sites answered before: a file that keeps it between two runs of `geleerd links`."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from geleerd.adapters.outside.visitor import STATES, Answer


@dataclass(frozen=True, slots=True)
class Remembered:
    """An answer and the day on which it was given."""

    answer: Answer
    day: date


def read_memory(path: Path) -> dict[str, Remembered]:
    """The answers of earlier runs; none when there is no file. Raises `ValueError` when it holds something else."""
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
    """Keep the answers for a next run, in a folder that is made when needed: all of them, or what was there. Raises `OSError`."""
    entries = {address: {**asdict(memory[address].answer), "day": str(memory[address].day)} for address in sorted(memory)}
    place = path.resolve()  # a link stays, and the file that it leads to is replaced
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.new")
    new.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    new.replace(place)


def still_valid(memory: Mapping[str, Remembered], day: date, days: int) -> dict[str, Remembered]:
    """The answers that need not be asked for again. Who could not be reached is always asked again."""
    oldest = day - timedelta(days)
    return {address: found for address, found in memory.items() if found.day > oldest and found.answer.state != "unreachable"}
