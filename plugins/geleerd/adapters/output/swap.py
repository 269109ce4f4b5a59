"""Puts a finished folder in the place of the one that stands there."""

import shutil
from contextlib import suppress
from pathlib import Path

from geleerd.adapters.output.beside import Beside
from geleerd.adapters.output.by_file import contents, finish_replacing, must_be_our_journal, replace_files
from geleerd.adapters.output.exchange import exchanged


def put_in_place(place: Path, near: Beside) -> None:
    """Let the new folder take its place: in one step where the system has one, else in two.

    Between those two the folder is missing; `put_right` puts it back if we are killed there. A folder that cannot move, such as a mount,
    keeps its place, and its files are replaced. Raises `OSError` and `OutputError`.
    """
    if not place.exists():
        near.building.rename(place)
    elif not exchanged(near.building, place):
        _put_in_two_steps(place, near)


def _put_in_two_steps(place: Path, near: Beside) -> None:
    try:
        place.rename(near.former)
    except OSError:
        replace_files(near.building, place)
        return
    near.building.rename(place)


def put_right(place: Path, near: Beside) -> str:
    """Put right what a killed build left: finish what it had decided, put back what it had put aside, remove the rest.

    Returns what was done: "finished", "restored", or nothing. Raises `OutputError`, before anything is touched, when somebody else's has
    one of our names, and `OSError`.
    """
    near.must_be_ours()
    must_be_our_journal(place)
    done = "finished" if finish_replacing(place) else ""
    if near.former.is_dir() and not contents(place):
        if place.exists():
            place.rmdir()
        near.former.rename(place)
        done = "restored"
    for leftover in (near.building, near.former):
        shutil.rmtree(leftover, ignore_errors=True)
    with suppress(OSError):  # there is none, or something could not be removed
        near.mark.unlink(missing_ok=True)
        near.workshop.rmdir()
    return done
