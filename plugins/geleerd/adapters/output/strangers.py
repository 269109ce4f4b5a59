"""What somebody put in a site that no build wrote: replacing the site would lose it."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from geleerd.adapters.output.by_file import READY, contents, is_unfinished
from geleerd.adapters.output.journal import FILES, gone_of, must_be_whole, new_of
from geleerd.adapters.output.output_error import OutputError, refusing
from geleerd.adapters.outside.recorded_build import record_at
from geleerd.relate.places.fixed import BUILD_RECORD, FOR_HOSTS
from geleerd.written.build_record import NotARecordError

_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What systems leave in every folder that somebody looks into."""

_PACKED = (".gz", ".br")
"""Endings of copies that whoever serves a site may make beside its files."""


def must_hold_no_stranger(place: Path) -> None:
    """Raises `OutputError` with the first file in a site that no build wrote. Of a site without a record only some can be known."""
    with refusing(place):
        known = _written(place)
        name = next((name for name in _names(place) if not _is_known(name, place, known)), "")
    if name:
        is_hidden = any(part.startswith(".") for part in name.split("/"))
        raise OutputError("output-stranger-hidden" if is_hidden else "output-stranger", path=place, name=name)


def _names(place: Path) -> Iterator[str]:
    """The paths of all files and links in a site, but for our own; an empty folder is nothing to lose."""
    for top in contents(place):
        if (place / top).is_symlink() or not (place / top).is_dir():
            yield top
            continue
        for above, folders, names in os.walk(place / top):
            folders.sort()
            here = above.removeprefix(f"{place}{os.sep}").replace(os.sep, "/")  # a `Path` for each of so many files takes a second
            links = (name for name in folders if os.path.islink(f"{above}{os.sep}{name}"))  # noqa: PTH114
            yield from (f"{here}/{name}" for name in sorted((*names, *links)))


def _written(place: Path) -> Mapping[str, str]:
    """The paths that builds wrote, by themselves without their case; none when no build said so."""
    names: set[str] = set()
    records = [place / BUILD_RECORD]
    if is_unfinished(place):
        must_be_whole(place / READY)
        names.update(gone_of(place / READY), new_of(place / READY))
        records.append(place / READY / FILES / BUILD_RECORD)
    for path in records:
        try:
            names.update((*record_at(path).files, BUILD_RECORD))
        except NotARecordError:
            continue
    return {key: name for name in sorted(names) for key in (name.casefold(), name)}


def _is_known(name: str, place: Path, known: Mapping[str, str]) -> bool:
    last = name.rpartition("/")[2]
    if name in known or last in _LITTER:
        return True
    if not known:
        return name in FOR_HOSTS or not (any(part.startswith(".") for part in name.split("/")) or "." not in last)
    original = name[:-3] if name.endswith(_PACKED) else name
    return {name, original} & known.keys() != set() or _is_twin(place, name, known.get(name.casefold(), ""))


def _is_twin(place: Path, name: str, other: str) -> bool:
    """Whether two names that differ in capitals lead to one file, as on a disk that knows no difference."""
    return bool(other) and (place / other).exists() and (place / other).samefile(place / name)
