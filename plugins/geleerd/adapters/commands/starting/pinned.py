"""The packages with which a program runs here, each with its version, as pip reads them back (`requirements.txt`)."""

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
