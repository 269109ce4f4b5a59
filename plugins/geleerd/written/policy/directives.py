"""What a page may load and run, for browsers (W3C, Content Security Policy Level 3)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit

from geleerd.model.frozen import Frozen

NONE = "'none'"
SELF = "'self'"
INLINE = "'unsafe-inline'"
ANY = "default-src"
"""What is fetched ahead for an unknown use may come from wherever anything may (CSP3, 4.1.1)."""

STRICT: Mapping[str, tuple[str, ...]] = Frozen(
    {
        "default-src": (NONE,),
        "script-src": (SELF,),
        "style-src": (SELF,),
        "img-src": (SELF, "data:"),  # the small pictures in many an owner's stylesheet
        "font-src": (SELF,),
        "connect-src": (SELF,),
        "media-src": (SELF,),
        "manifest-src": (SELF,),
        "worker-src": (SELF,),
        "form-action": (SELF,),
        "base-uri": (NONE,),
        "frame-ancestors": (NONE,),
    }
)
"""The policy under which a whole site works that adds nothing to the product's own pages."""

DIRECTIVES = frozenset(STRICT) | {"frame-src", "object-src", "child-src"}
"""The directives that an owner may extend."""

_ONLY_IN_HEADERS = frozenset({"frame-ancestors"})
"""Browsers refuse these in a page (CSP3, 3.3)."""

_KEYWORD = re.compile(
    "'(?:self|none|unsafe-inline|unsafe-eval|wasm-unsafe-eval|unsafe-hashes|strict-dynamic|report-sample)'", re.IGNORECASE
)
_SOURCE = re.compile(
    r"'sha(?:256|384|512)-[a-z0-9+/_-]{20,100}={0,2}'|[a-z][a-z0-9+.-]{0,30}:|\*"
    r"|(?:[a-z][a-z0-9+.-]{0,30}://)?(?:\*\.)?(?:localhost|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,10})(?::(?:\d{1,5}|\*))?(?:/[\w.~%+=&/-]{0,300})?",
    re.IGNORECASE | re.ASCII,
)


def is_source(written: str) -> bool:
    """Whether a text can stand in a directive (CSP3, 2.3.1), in a line of `_headers` and between double quotes in nginx."""
    return is_keyword(written) or _SOURCE.fullmatch(written) is not None


def is_keyword(written: str) -> bool:
    """Whether a text is one of the words that stand between quotes."""
    return _KEYWORD.fullmatch(written) is not None


@dataclass(frozen=True, slots=True)
class Policy:
    """The sources of every directive."""

    directives: Mapping[str, tuple[str, ...]]

    def extended(self, more: Mapping[str, Iterable[str]]) -> "Policy":
        """The policy that also allows these sources."""
        return Policy(Frozen({**self.directives, **{name: self._with(name, sources) for name, sources in more.items()}}))

    def hashed(self, scripts: Iterable[str], styles: Iterable[str]) -> "Policy":
        """The policy that also allows the scripts and styles with these hashes, where it does not allow all: a hash would undo that."""
        more = {"script-src": tuple(scripts), "style-src": tuple(styles)}
        return self.extended({name: hashes for name, hashes in more.items() if hashes and not self.allows_inline(name)})

    def allows_inline(self, directive: str) -> bool:
        """Whether the owner allows all scripts or styles that stand in a page."""
        return INLINE in self._sources(directive)

    def allows(self, directive: str, address: str, site_url: str = "") -> bool:
        """Whether a page may use what stands at an address, which may be relative. Paths in a source are not looked at."""
        is_own = not _is_elsewhere(address) or bool(site_url and address.startswith(site_url))
        return any(source == SELF if is_own else _covers(source, address) for source in self._allowing(directive))

    def header(self) -> str:
        """The policy as the value of a header."""
        return "; ".join(f"{name} {' '.join(sources)}" for name, sources in self.directives.items())

    def in_page(self) -> str:
        """The policy as a page can say it itself."""
        return "; ".join(f"{name} {' '.join(sources)}" for name, sources in self.directives.items() if name not in _ONLY_IN_HEADERS)

    def _allowing(self, directive: str) -> tuple[str, ...]:
        return tuple(chain.from_iterable(self.directives.values())) if directive == ANY else self._sources(directive)

    def _sources(self, directive: str) -> tuple[str, ...]:
        return self.directives.get(directive, self.directives.get("default-src", ()))

    def _with(self, directive: str, sources: Iterable[str]) -> tuple[str, ...]:
        former = self.directives.get(directive, ())
        every = dict.fromkeys(source for source in (*former, *sources) if source != NONE)
        return tuple(every) or (NONE,)


def _is_elsewhere(address: str) -> bool:
    return address.startswith("//") or bool(urlsplit(address).scheme)


def _covers(source: str, address: str) -> bool:
    """Whether a source names the host or the scheme of an address elsewhere."""
    there = urlsplit(address)
    if source.startswith("'"):
        return False
    if source == "*" or source.endswith(":"):
        return source in {f"{there.scheme}:", "*"} and (source != "*" or there.scheme in {"", "http", "https"})
    scheme, _, rest = source.rpartition("://")
    host = re.sub(r"[:/].*", "", rest).lower()
    is_host = (there.hostname or "").endswith(host[1:]) if host.startswith("*.") else there.hostname == host
    return is_host and there.scheme in {"", "https", scheme or "http"}
