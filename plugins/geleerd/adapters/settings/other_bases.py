"""Reads the option `federate`: the knowledge bases elsewhere that an owner names."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.elsewhere.other_bases import API_ROOT, OtherBase
from geleerd.model.frozen import Frozen
from geleerd.model.limits import MOST_OTHER_BASES
from geleerd.model.strings import is_slug

_KEYS = {"name", "from", "site", "themes"}


def other_bases(value: object, language: str) -> tuple[OtherBase, ...]:
    """The knowledge bases. Raises `ValueError` with the sentence that says what is wrong."""
    words = catalogue(language)
    if not isinstance(value, (list, tuple)) or not all(isinstance(entry, (Mapping, OtherBase)) for entry in value):
        raise ValueError(words.console("federate-form"))
    if len(value) > MOST_OTHER_BASES:
        raise ValueError(words.console("federate-many", most=MOST_OTHER_BASES))
    found = tuple(entry if isinstance(entry, OtherBase) else _other_base(entry, words) for entry in value)
    if len({base.slug for base in found}) < len(found):
        raise ValueError(words.console("federate-twice"))
    return found


def _other_base(written: Mapping[object, object], words: Catalogue) -> OtherBase:
    told = {str(key): part for key, part in written.items() if part is not None}
    if unknown := sorted(told.keys() - _KEYS):
        raise ValueError(words.console("federate-key", value=unknown[0][:80]))
    name, origin, site = (" ".join(str(told.get(key, "")).split()) for key in ("name", "from", "site"))
    if not OtherBase(name, origin, site).slug or len(name) > 100:
        raise ValueError(words.console("federate-form"))
    themes = told.get("themes", {})
    if not isinstance(themes, Mapping) or not all(is_slug(str(slug)) for pair in themes.items() for slug in pair):
        raise ValueError(words.console("federate-themes", name=name))
    if "://" in origin:
        origin = origin if origin.rstrip("/").endswith(API_ROOT.rstrip("/")) else f"{origin.rstrip('/')}/{API_ROOT}"
        origin = f"{origin.rstrip('/')}/"
        site = site or origin.removesuffix(API_ROOT)
    if not origin or not all(_is_web(address) for address in (site, origin) if address == site or "://" in address):
        raise ValueError(words.console("federate-from", name=name))
    return OtherBase(name, origin, f"{site.rstrip('/')}/", Frozen({str(theirs): str(ours) for theirs, ours in themes.items()}))


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not (parts.username or parts.query or parts.fragment)
