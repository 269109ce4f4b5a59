"""Finishes a site: gives its files their modes, and writes down what they are made of."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from geleerd import __version__
from geleerd.adapters.outside.site_files import checksum_of, checksums, files_below, give_modes, is_real_file
from geleerd.model.settings import Settings
from geleerd.read.gate.real_files import real_files
from geleerd.relate.places.fixed import BUILD_RECORD
from geleerd.written.build_record import LARGEST_RECORD, BuildRecord, NotARecordError, read_record

COMMIT = "GELEERD_COMMIT"
"""The variable of the environment in which whoever builds may say of which commit the files are."""

_ELSEWHERE = {"root", "overrides", "declarations"}
"""The settings that say where files lie, and the program's own types."""


def finish(site: Path, settings: Settings, configuration: object, known: Mapping[str, str] | None = None) -> None:
    """Give all files of a site their modes and write its record. `configuration` is what the host was told, whatever its shape.

    `known` are the checksums of all files, by path, where whoever wrote them knows those.
    """
    (site / BUILD_RECORD).unlink(missing_ok=True)
    found = checksums(site) if known is None else known
    record = BuildRecord(__version__, checksum_of_inputs(settings, configuration), found, os.environ.get(COMMIT, ""))
    (site / BUILD_RECORD).write_text(record.as_json(), encoding="utf-8", newline="\n")
    give_modes(site)


def record_at(path: Path) -> BuildRecord:
    """The record of a build in a file. Raises `NotARecordError` when there is no such file, or something else in it."""
    if not is_real_file(path) or path.stat().st_size > LARGEST_RECORD:
        raise NotARecordError
    return read_record(path.read_bytes())


def checksum_of_inputs(settings: Settings, configuration: object) -> str:
    """One checksum over all that a build reads: the files of both folders and of the overrides, the settings, and the configuration.

    It is one and not many so that nobody can try out what a draft says, or is called.
    """
    whole = hashlib.sha256()
    for line in (*_files(settings), *_values(settings), repr(configuration)):
        whole.update(f"{len(line)}:{line}".encode(errors="surrogateescape"))
    return whole.hexdigest()


def _files(settings: Settings) -> Iterator[str]:
    folders = settings.folders
    for folder in (folders.lessons, folders.content):
        yield from (f"{file.path} {checksum_of(folders.root / file.path)}" for file in real_files(folders.root, folder)[0])
    for number, overrides in enumerate(settings.overrides):
        yield from (f"{number} {name} {checksum_of(path)}" for name, path in files_below(overrides) if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _values(settings: Settings) -> Iterator[str]:
    for setting in fields(settings):
        if setting.name not in _ELSEWHERE:
            value = getattr(settings, setting.name)
            yield f"{setting.name} {sorted(value.items()) if isinstance(value, Mapping) else value!r}"
