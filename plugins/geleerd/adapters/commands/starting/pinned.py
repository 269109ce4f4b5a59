"""The packages with which a program runs here, each with its version, as pip reads them back (`requirements.txt`)."""

import re
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def pinned(package: str) -> tuple[str, ...]:
    """A line for the package and for all that it needs, in the order of their names; what is not installed here has none."""
    found: dict[str, str] = {}
    to_do = [(package, frozenset[str]())]
    while to_do:
        name, extras = to_do.pop()
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            continue
        found[canonicalize_name(name)] = installed.version
        for needed in map(Requirement, installed.requires or ()):
            wanted = needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in (extras or {""}))
            if wanted and canonicalize_name(needed.name) not in found:
                to_do.append((needed.name, frozenset(needed.extras)))
    return tuple(f"{name}=={version}" for name, version in sorted(found.items()))


def pins_in(text: str) -> dict[str, str]:
    """The versions that a file of requirements pins, by package; lines with hashes and comments tell nothing more."""
    lines = (line.split("#")[0].rstrip(" \\").strip() for line in text.splitlines())
    pinned_here = (re.match(r"([A-Za-z0-9][\w.-]*)(?:\[[\w,.-]*\])?==([\w.!+-]+)", line) for line in lines)
    return {canonicalize_name(found[1]): found[2] for found in pinned_here if found}
