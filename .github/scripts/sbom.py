"""Lists all that comes along with the program and with its sites: `make sbom` writes build/sbom.json (CycloneDX) and build/licences.md."""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from boolean import Expression
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.spdx import is_expression, is_supported_id
from license_expression import get_spdx_licensing
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import geleerd
from geleerd.render.theme_files import readers_of_forms

ROOT = Path(__file__).parent.parent.parent
KNOWN: Mapping[str, Any] = yaml.safe_load((ROOT / ".github/licences.yml").read_text(encoding="utf-8"))
_PINNED = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)
_CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""The classifiers that name one licence; `BSD License`, say, names none."""

SPDX = get_spdx_licensing()


class Part(NamedTuple):
    """Something of others. `carrier` is the package that brings it, if it is none itself; `place` is where it stands in every site."""

    name: str
    version: str
    licence: str
    why: str = ""
    carrier: str = ""
    place: str = ""

    @property
    def key(self) -> str:
        """The name as requirements compare it."""
        return canonicalize_name(self.name)

    @property
    def address(self) -> PackageURL:
        """The name by which the world knows it."""
        return PackageURL("npm" if self.carrier else "pypi", name=self.name, version=self.version)


def parts() -> tuple[Part, ...]:
    """Everything, in the order of the names."""
    return tuple(sorted((*packages(), *in_the_site())))


def packages() -> Iterator[Part]:
    """The pinned packages with which a site is built, on any system. A licence that nobody knows is empty."""
    for name, version in _PINNED.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")):
        known = KNOWN["reviewed"].get(name, {})
        licence = known.get("licence") or licence_in(metadata.metadata(name))
        yield Part(name, version, licence, known.get("why", ""), "", KNOWN["copied"].get(name, ""))


def in_the_site() -> Iterator[Part]:
    """The scripts of others that the pages of a site load."""
    for file in readers_of_forms():
        known = KNOWN["in_the_site"][file.path]
        version = re.search(known["version"], file.content.decode())
        yield Part(known["name"], version[1] if version else "", known["licence"], "", known["from"], file.path)


def licence_in(told: metadata.PackageMetadata) -> str:
    """The licence that a package names itself with, as an SPDX expression; empty when that is not certain."""
    classifiers = [line.split(" :: ")[-1] for line in told.get_all("Classifier") or [] if line.startswith("License :: ")]
    only = _CLASSIFIERS.get(classifiers[0]) if len(classifiers) == 1 else None
    for words in (told.get("License-Expression"), told.get("License"), only):
        if words and (is_supported_id(words) or is_expression(words)):
            return words
    return ""


def is_allowed(licence: str) -> bool:
    """Whether an expression allows us what we do with it by a licence of the list: all that stand behind AND, one that stands behind OR."""
    return bool(licence) and _allows(SPDX.parse(licence))


def _allows(expression: Expression) -> bool:
    if isinstance(expression, SPDX.AND):
        return all(map(_allows, expression.args))
    if isinstance(expression, SPDX.OR):
        return any(map(_allows, expression.args))
    return str(expression) in KNOWN["allowed"]


def sbom() -> str:
    """The list in the form of CycloneDX. The same packages give the same text; it has a time only if `SOURCE_DATE_EPOCH` tells one."""
    own, others = Part("geleerd", geleerd.__version__, "MIT"), parts()
    components = {part: _component(part) for part in (own, *others)}
    components[own].type = ComponentType.APPLICATION
    bom = Bom(components=(components[part] for part in others))
    bom.metadata.component = components[own]
    for part, component in components.items():
        bom.register_dependency(component, [components[need] for need in _needs(part, others)])
    document = json.loads(JsonV1Dot6(bom).output_as_string())
    del document["serialNumber"], document["metadata"]["timestamp"]
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        document["metadata"]["timestamp"] = datetime.fromtimestamp(int(epoch), UTC).isoformat()
    return json.dumps(document, indent=2, sort_keys=True) + "\n"


def _component(part: Part) -> Component:
    return Component(
        name=part.name,
        version=part.version,
        type=ComponentType.LIBRARY,
        purl=part.address,
        bom_ref=part.address.to_string(),
        licenses=[LicenseFactory().make_from_string(part.licence)],
        description=f"{part.place} in the site" if part.place else None,
    )


def _needs(part: Part, others: Sequence[Part]) -> Iterator[Part]:
    """What a package asks for, on any system, and the scripts that it carries."""
    if not part.carrier:
        asked = (Requirement(line) for line in metadata.requires(part.name) or ())
        names = {canonicalize_name(each.name) for each in asked if "extra" not in str(each.marker)}
        yield from (other for other in others if other.carrier == part.key or (other.key in names and not other.carrier))


def table() -> str:
    """The licences, for people to read."""
    rows = [f"| {part.name} | {part.version} | {part.licence} | {part.place or 'builds the site'} | {part.why} |" for part in parts()]
    return "\n".join(
        ["# Licences of what comes along", "", "| what | version | licence | where | why |", "|---|---|---|---|---|", *rows, ""]
    )


def main() -> None:
    """Write both lists."""
    target = ROOT / "build"
    target.mkdir(exist_ok=True)
    (target / "sbom.json").write_text(sbom(), encoding="utf-8")
    (target / "licences.md").write_text(table(), encoding="utf-8")
    print(f"{len(parts())} parts in build/sbom.json and build/licences.md")


if __name__ == "__main__":
    main()
