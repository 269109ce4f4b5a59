"""One value as it was meant: a web address, a mark, a language."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, urlsplit

from pydantic import TypeAdapter, ValidationError

from geleerd.locale.catalogue import LANGUAGES, catalogues
from geleerd.model.declarations.kinds import LanguageTag, License, SitePath, Url
from geleerd.model.frozen import Frozen
from geleerd.model.strings import ID_LENGTH, ItemId, is_item_id, item_id_from, slug_from

_SCHEME = re.compile(r"h?t{1,3}ps?\s?[:;]?\s?/{1,3}\s?(?=[\w])", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?::[0-9]{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
_LOOKALIKES = str.maketrans({"i": "1", "l": "1", "o": "0", "u": "v"})


def url_meant(text: str) -> str | None:
    """The web address without its scheme, or with a misspelt one, as it should be: `www.voorbeeld.nl` begins with `https://`."""
    plain = text.strip().strip("<>").rstrip(".,;")
    bare = _SCHEME.sub("", plain, count=1) if _SCHEME.match(plain) else plain
    address = f"https://{bare.replace(' ', '%20')}" if _HOST.fullmatch(bare.replace(" ", "%20")) else plain
    scheme = "http" if plain.lower().startswith("http:") else "https"
    return _if_valid(Url, address.replace("https", scheme, 1) if bare != plain else address, text)


def path_meant_on_site(text: str) -> str | None:
    """The path on the site in a web address, or in a path without its slashes."""
    path = urlsplit(text.strip()).path if "://" in text else text.strip().split("?")[0].split("#")[0]
    segments = [quote(part, safe="%~+") for part in path.replace("\\", "/").split("/") if part]
    return _if_valid(SitePath, "/" + "/".join(segments) + ("" if "." in "".join(segments[-1:]) else "/"), text)


def license_meant(text: str) -> str | None:
    """A licence with hyphens for spaces: `CC BY 4.0` is `CC-BY-4.0`."""
    return _if_valid(License, "-".join(re.findall(r"[\w.+]+", text)), text)


def language_meant(text: str) -> str | None:
    """The code of a language from its name in a language of the catalogues, or from another spelling of the code."""
    return _language_names().get(text.strip().casefold()) or _if_valid(LanguageTag, text.strip().replace("_", "-"), text)


def slug_meant(text: str) -> str | None:
    """The slug of a name."""
    return slug_from(text) or None


def yes_no_meant(text: str) -> bool | None:
    """What a word says: true or false."""
    word = text.strip().casefold()
    return next(
        (answer for words in catalogues() for name, answer in (("yes", True), ("no", False)) if word in words.everyday.get(name, ())), None
    )


def id_meant(seed: str, text: str = "") -> ItemId:
    """The id in a text, without the letters that an id does not have; else one that follows from `seed`: here nothing is left to chance."""
    plain = re.sub(r"[\s-]", "", text).lower()
    likely = plain[:1] + plain[1:].translate(_LOOKALIKES)
    if len(likely) == ID_LENGTH and is_item_id(likely):
        return ItemId(likely)
    return item_id_from(tuple(hashlib.sha256(f"{seed} {text}".encode()).digest()[:ID_LENGTH]))


def _if_valid(kind: Any, value: str, before: str) -> str | None:  # noqa: ANN401  # pydantic takes any annotation
    try:
        return value if value != before and TypeAdapter(kind).validate_python(value) else None
    except ValidationError:
        return None


@cache
def _language_names() -> Mapping[str, str]:
    from babel import Locale  # noqa: PLC0415  # its import takes longer than most commands, which need no name of a language

    return Frozen({str(name).casefold(): code.replace("_", "-") for own in LANGUAGES for code, name in Locale(own).languages.items()})
