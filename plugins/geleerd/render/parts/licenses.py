"""Licences: their names for readers, and their addresses for readers and machines."""

from geleerd.model.artefacts import Link

_CREATIVE_COMMONS = {
    "CC-BY-4.0": ("CC BY 4.0", "licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", "licenses/by-sa/4.0/"),
    "CC-BY-NC-4.0": ("CC BY-NC 4.0", "licenses/by-nc/4.0/"),
    "CC-BY-NC-SA-4.0": ("CC BY-NC-SA 4.0", "licenses/by-nc-sa/4.0/"),
    "CC0-1.0": ("CC0 1.0", "publicdomain/zero/1.0/"),
}
"""The names of the Creative Commons licences, and the addresses of their deeds; any other licence goes by its SPDX id."""


def license_link(key: str, language: str) -> Link:
    """The link to the licence for a reader: to the deed in their language, if there is one."""
    name = _CREATIVE_COMMONS[key][0] if key in _CREATIVE_COMMONS else key
    return Link(name, license_url(key) + (f"deed.{language}" if key in _CREATIVE_COMMONS else ""))


def license_url(key: str) -> str:
    """The address that identifies the licence for machines."""
    if key in _CREATIVE_COMMONS:
        return f"https://creativecommons.org/{_CREATIVE_COMMONS[key][1]}"
    return f"https://spdx.org/licenses/{key}.html"
