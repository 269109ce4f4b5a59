"""Builds that follow changes, with what earlier ones kept and without it: whether they give the same bytes."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from geleerd.adapters.building.build import write_site
from geleerd.adapters.outside.site_files import checksums
from geleerd.adapters.settings.configuration import read_configuration
from geleerd.adapters.settings.load import settings_at
from tests.workbench.changes import change

KEPT = ".cache"


def built_at(root: Path, name: str) -> dict[str, str]:
    """The checksums of the site as it is now, by path."""
    shutil.rmtree(root / name, ignore_errors=True)
    write_site(root / name, settings_at(root), read_configuration(root / "mkdocs.yml"))
    return dict(checksums(root / name))


def cleanly_built_at(root: Path, name: str) -> dict[str, str]:
    """The same by a build that finds nothing of an earlier one; what those kept is there again afterwards."""
    aside = root.with_name(f"{root.name}-kept")
    (root / KEPT).rename(aside)
    try:
        return built_at(root, name)
    finally:
        shutil.rmtree(root / KEPT, ignore_errors=True)
        aside.rename(root / KEPT)


def differing(one: dict[str, str], other: dict[str, str]) -> set[str]:
    """The paths of which two sites hold something else."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def first_differing(root: Path, names: Iterable[str], seed: int) -> tuple[tuple[str, ...], set[str]]:
    """The changes up to the first after which both builds differ, with what differs; nothing when they never do."""
    built_at(root, "site")
    made: tuple[str, ...] = ()
    for number, name in enumerate(names):
        change(root, name, seed + number)
        made = (*made, name)
        if found := differing(built_at(root, "site"), cleanly_built_at(root, "clean")):
            return made, found
    return (), set()
