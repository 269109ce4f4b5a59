"""How Mozilla's HTTP Observatory would score a home page, by its public rules (MDN, "Tests and Scoring", as they were in 2026).

It looks at the answer for the home page over https. What depends on the host alone is taken to be right: a redirect from http, and no cookies.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

GRADES = (
    (100, "A+"),
    (90, "A"),
    (85, "A-"),
    (80, "B+"),
    (70, "B"),
    (65, "B-"),
    (60, "C+"),
    (50, "C"),
    (45, "C-"),
    (40, "D+"),
    (30, "D"),
    (25, "D-"),
    (0, "F"),
)
BONUS_FROM = 90
"""Points above 100 count only for a page that has this many without them."""

HALF_A_YEAR = 15_768_000
BROAD = {"*", "http:", "https:", "ftp:", "http://*", "https://*"}
UNSAFE = BROAD | {"'unsafe-inline'", "data:"}
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}


@dataclass(frozen=True)
class Score:
    rules: Mapping[str, int]

    @property
    def points(self) -> int:
        base = 100 + sum(points for points in self.rules.values() if points < 0)
        return max(0, base + (sum(points for points in self.rules.values() if points > 0) if base >= BONUS_FROM else 0))

    @property
    def grade(self) -> str:
        return next(grade for least, grade in GRADES if self.points >= least)


def scored(headers: Mapping[str, str], html: str) -> Score:
    """`headers` by their names in lower case."""
    return Score(dict(_rules(headers, html)))


def directives(policy: str) -> dict[str, list[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name.lower(): sources or ["'none'"] for name, *sources in parts}


def _rules(headers: Mapping[str, str], html: str) -> Iterator[tuple[str, int]]:
    sent = directives(headers.get("content-security-policy", ""))
    in_page = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    said = {name: value for name, value in directives(in_page[1] if in_page else "").items() if name != "frame-ancestors"}
    yield "Content-Security-Policy", _of_policy({**said, **sent})
    yield "Cookies", 0
    yield (
        "Cross-Origin-Opener-Policy",
        10 if headers.get("cross-origin-opener-policy") in {"same-origin", "same-origin-allow-popups"} else 0,
    )
    yield "Cross-Origin-Resource-Policy", 10 if headers.get("cross-origin-resource-policy") in {"same-origin", "same-site"} else 0
    yield "Redirection", 0
    yield "Referrer-Policy", _of_referrer(headers.get("referrer-policy", ""))
    yield "Strict-Transport-Security", _of_transport(headers.get("strict-transport-security", ""))
    yield "Subresource Integrity", -5 if re.search(r"<script[^>]*src=\"https?:", html) else 0
    yield "X-Content-Type-Options", 0 if headers.get("x-content-type-options") == "nosniff" else -5
    is_framed = "frame-ancestors" not in sent and headers.get("x-frame-options", "").lower() not in {"deny", "sameorigin"}
    yield "X-Frame-Options", -20 if is_framed else 5


def _of_policy(policy: Mapping[str, list[str]]) -> int:
    if not policy:
        return -25
    scripts, styles, objects = ({*policy.get(name, policy.get("default-src", ["*"]))} for name in ("script-src", "style-src", "object-src"))
    every = {source for sources in policy.values() for source in sources}
    if scripts & UNSAFE or objects & BROAD or any(source.startswith("http:") for source in every):
        return -20
    if "'unsafe-eval'" in scripts | styles:
        return -10
    if styles & UNSAFE:
        return 0
    return 10 if policy.get("default-src") == ["'none'"] else 5


def _of_referrer(value: str) -> int:
    return 5 if value in PRIVATE else -5 if value else 0


def _of_transport(value: str) -> int:
    age = re.search(r"max-age=(\d+)", value)
    return -20 if age is None else 0 if int(age[1]) >= HALF_A_YEAR else -10
