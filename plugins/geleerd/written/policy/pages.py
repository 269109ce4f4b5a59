"""The policy in the pages themselves, for hosts that send no headers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geleerd.written.policy.directives import Policy
from geleerd.written.policy.needs import Needs

_HEAD = re.compile(r"<head\b[^<>]{0,500}>(?:\s{0,99}<meta\s{1,9}charset[^<>]{0,99}>)?", re.IGNORECASE)
_POLICY = re.compile(r"""\n  <meta http-equiv="Content-Security-Policy" content="[^"]{0,20000}">""")
_FAR = 20_000
"""Characters before the head of a page, for a comment. A text without a head stays as it is, such as one that proves who owns a site."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a page that the policy refuses: an address, or an attribute without one."""

    page: str
    line: int
    directive: str
    what: str
    is_attribute: bool = False


def with_policy(html: str, policy: Policy) -> str:
    """The page with its policy, before all that falls under it and in the place of the one that it had from us."""
    head = _HEAD.search(html, 0, _FAR)
    if head is None:
        return html
    element = f'\n  <meta http-equiv="Content-Security-Policy" content="{policy.in_page()}">'  # no source holds a `"`
    return html[: head.end()] + element + html[_end_of_policy(html, head.end()) :]


def _end_of_policy(html: str, start: int) -> int:
    """Where the policy ends that the page had at once after the beginning of its head; there, for one that had none."""
    former = _POLICY.match(html, start)
    return former.end() if former else start


def refusals(page: str, needs: Needs, policy: Policy, site_url: str) -> Iterator[Refusal]:
    """What in a page cannot work under the policy."""
    for load in needs.loads:
        if not policy.allows(load.directive, load.address, site_url):
            yield Refusal(page, load.line, load.directive, load.address)
    for name, line in needs.attributes:
        directive = "style-src" if name == "style" else "script-src"
        if not policy.allows_inline(directive):
            yield Refusal(page, line, directive, name, is_attribute=True)


def once(found: Iterable[Refusal]) -> Iterator[tuple[Refusal, int]]:
    """Every kind of refusal at its first place, and on how many pages it stands."""
    pages: dict[tuple[str, str], dict[str, Refusal]] = {}
    for refusal in found:
        pages.setdefault((refusal.directive, refusal.what), {}).setdefault(refusal.page, refusal)
    for refused in pages.values():
        yield next(iter(refused.values())), len(refused)
