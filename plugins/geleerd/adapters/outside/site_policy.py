"""Gathers what the pages of a site need of its policy, and writes the policy into pages, `_headers` and nginx's file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from geleerd.making.maker import HtmlFile
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.written.policy.directives import STRICT, Policy
from geleerd.written.policy.hosts import headers_file, too_much
from geleerd.written.policy.needs import Needs, needs_of, needs_of_style
from geleerd.written.policy.nginx import nginx_file
from geleerd.written.policy.pages import Refusal, refusals, with_policy
from geleerd.written.policy.rules import rules

HEADERS = "_headers"
NGINX = "nginx.conf"


@dataclass(frozen=True, slots=True)
class WrittenPolicy:
    """What cannot work under the policy, and the number of rules and longest line of `_headers`."""

    refused: tuple[Refusal, ...]
    rules: int
    longest: int


class SitePolicy:
    """The policy of a site whose pages and stylesheets come by one at a time."""

    def __init__(self, settings: Settings) -> None:
        self._site_url = settings.site_url
        self._policy = Policy(STRICT).extended(settings.policy)
        self._refused: list[Refusal] = []
        self._scripts: set[str] = set()
        self._styles: set[str] = set()

    def take(self, name: str, needs: Needs) -> None:
        """Know what a page needs that has its policy."""
        self._refused += refusals(name, needs, self._policy, self._site_url)
        self._scripts.update(needs.scripts)
        self._styles.update(needs.styles)

    def secured(self, name: str, html: bytes) -> bytes:
        """A page with its policy, with the hashes of the scripts and styles in it."""
        text = html.decode("utf-8", errors="surrogateescape")
        needs = needs_of(text)
        self.take(name, needs)
        return with_policy(text, self._policy.hashed(needs.scripts, needs.styles)).encode("utf-8", errors="surrogateescape")

    def take_style(self, name: str, css: bytes) -> None:
        """Know what a stylesheet needs."""
        needs = needs_of_style(css.decode("utf-8", errors="replace"))
        self._refused += refusals(name, needs, self._policy, self._site_url)

    def files(self, owners: str) -> Iterator[tuple[str, str]]:
        """The files for servers, by name. The owner's own file for hosts is merged with ours."""
        base = f"{unquote(urlsplit(self._site_url).path).rstrip('/')}/"
        every = tuple(rules(self._policy.hashed(sorted(self._scripts), sorted(self._styles)), self._site_url))
        yield HEADERS, headers_file(every, quote(base), owners)
        yield NGINX, nginx_file(every, base)

    def written(self, headers: str) -> WrittenPolicy:
        """What came of it, with the text of the file for hosts."""
        return WrittenPolicy(tuple(sorted(self._refused, key=lambda refusal: (refusal.page, refusal.line))), *too_much(headers))


def write_policy(site: Path, settings: Settings, secured: Mapping[str, HtmlFile] = Frozen()) -> WrittenPolicy:
    """Give every page on disk its policy, and write the files for servers; a file of the owner's for nginx stays.

    Pages that were `secured` when they were made have theirs, unless somebody changed them since.
    """
    policy = SitePolicy(settings)
    for page in sorted(site.rglob("*.html")):
        name, html = page.relative_to(site).as_posix(), page.read_bytes()
        made = secured.get(name)
        if made and made.content.encode("utf-8") == html:
            policy.take(name, made.needs)
        else:
            page.write_bytes(policy.secured(name, html))
    for style in sorted(site.rglob("*.css")):
        policy.take_style(style.relative_to(site).as_posix(), style.read_bytes())
    headers = site / HEADERS
    owners = headers.read_text(encoding="utf-8", errors="replace") if headers.is_file() else ""
    texts = dict(policy.files(owners))
    for name, text in texts.items():
        if name == HEADERS or not (site / name).exists():
            (site / name).write_text(text, encoding="utf-8", newline="\n")
    return policy.written(texts[HEADERS])
