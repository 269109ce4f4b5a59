"""Writes the policy into a site that stands on disk: into its pages, `_headers` and nginx's file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from geleerd.making.maker import HtmlFile
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.written.policy.directives import STRICT, Policy
from geleerd.written.policy.hosts import headers_file, too_much
from geleerd.written.policy.needs import needs_of, needs_of_style
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


def write_policy(site: Path, settings: Settings, secured: Mapping[str, HtmlFile] = Frozen()) -> WrittenPolicy:
    """Give every page its policy, with the hashes of the scripts and styles in it, and write the files for servers.

    Pages that were `secured` when they were made have theirs, unless somebody changed them since. A file of the owner's for nginx
    stays; theirs for hosts is merged with ours.
    """
    policy = Policy(STRICT).extended(settings.policy)
    refused: list[Refusal] = []
    scripts: dict[str, None] = {}
    styles: dict[str, None] = {}
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site).as_posix()
        html = page.read_bytes().decode("utf-8", errors="surrogateescape")
        made = secured.get(name)
        needs = made.needs if made and made.content == html else needs_of(html)
        refused += refusals(name, needs, policy, settings.site_url)
        scripts |= dict.fromkeys(needs.scripts)
        styles |= dict.fromkeys(needs.styles)
        if not (made and made.content == html):
            page.write_bytes(with_policy(html, policy.hashed(needs.scripts, needs.styles)).encode("utf-8", errors="surrogateescape"))
    for style in sorted(site.rglob("*.css")):
        needs = needs_of_style(style.read_text(encoding="utf-8", errors="replace"))
        refused += refusals(style.relative_to(site).as_posix(), needs, policy, settings.site_url)
    told = _write_files(site, policy.hashed(scripts, styles), settings.site_url)
    return WrittenPolicy(tuple(refused), *told)


def _write_files(site: Path, policy: Policy, site_url: str) -> tuple[int, int]:
    base = f"{unquote(urlsplit(site_url).path).rstrip('/')}/"
    every = tuple(rules(policy, site_url))
    file = site / HEADERS
    owners = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    text = headers_file(every, quote(base), owners)
    file.write_text(text, encoding="utf-8", newline="\n")
    if not (site / NGINX).exists():
        (site / NGINX).write_text(nginx_file(every, base), encoding="utf-8", newline="\n")
    return too_much(text)
