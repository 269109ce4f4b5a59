"""The headers of every file of a site: rules that hold for any server, whatever form its own file has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from geleerd.model.frozen import Frozen
from geleerd.written.policy.directives import NONE, Policy

POLICY = "Content-Security-Policy"
CACHING = "Cache-Control"
_FRAMES = "X-Frame-Options"
_YEAR = 31_536_000
_MONTH = 2_592_000

_DRAWING = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
"""The policy of a drawing that somebody opens by itself. Its own styles may colour it; it runs and asks nothing."""

_FEATURES = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
"""What no page of a knowledge base asks of a device."""


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """Headers for all paths of one form: `pattern`, from the root of the site, has at most one `*`.

    The policy of a narrower rule replaces that of a wider one. `kind` is the media type of such files, which not every server knows.
    """

    pattern: str
    headers: Mapping[str, str]
    kind: str = ""

    def covers(self, other: "HeaderRule") -> bool:
        """Whether this rule holds for every path of the other one."""
        start, star, end = self.pattern.partition("*")
        if not star:
            return self.pattern == other.pattern
        return other.pattern.startswith(start) and (not end or self.pattern == other.pattern)


def rules(policy: Policy, site_url: str) -> Iterator[HeaderRule]:
    """The rules of a site, the most general one first. No two of them set a header for one path, since hosts join such values."""
    yield HeaderRule("*", Frozen(_everywhere(policy, site_url)))
    yield HeaderRule("*.svg", Frozen({POLICY: _DRAWING}), "image/svg+xml")
    for pattern, kind in _FOR_OTHER_SITES.items():
        yield HeaderRule(pattern, Frozen({"Access-Control-Allow-Origin": "*"}), kind)
    for pattern in ("", "assets/scripts/*", "assets/search/*", "pagefind/*"):
        yield HeaderRule(pattern, Frozen({"Cross-Origin-Resource-Policy": "same-origin"}))
    for pattern in ("pagefind/fragment/*", "pagefind/index/*", "pagefind/filter/*"):
        yield HeaderRule(pattern, Frozen({CACHING: f"public, max-age={_YEAR}, immutable"}))  # their names are hashes of what they hold
    yield HeaderRule("assets/fonts/*", Frozen({CACHING: f"public, max-age={_MONTH}"}))


_FOR_OTHER_SITES = {
    "*.csv": "text/csv",
    "*.ics": "text/calendar",
    "*.md": "text/markdown",
    "*feed.json": "",
    "*feed.xml": "",
    "api/*.json": "",
}
"""What the scripts of other sites may read as well, with the media types that nginx does not know."""


def _everywhere(policy: Policy, site_url: str) -> dict[str, str]:
    headers = {
        POLICY: policy.header(),
        "X-Content-Type-Options": "nosniff",
        _FRAMES: "DENY",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if policy.directives.get("frame-ancestors") != (NONE,):
        del headers[_FRAMES]  # it can name no other site, and would refuse what the owner allows
    if urlsplit(site_url).scheme == "https":
        headers["Strict-Transport-Security"] = f"max-age={2 * _YEAR}"
    return headers
