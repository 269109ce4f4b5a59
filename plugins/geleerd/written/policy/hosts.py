"""`_headers`, which Netlify and Cloudflare Pages read by themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geleerd.model.frozen import Frozen
from geleerd.written.policy.rules import POLICY, HeaderRule

MOST_RULES = 100
LONGEST_HEADER = 2_000
"""What Cloudflare Pages reads (its documentation, "Headers"); Netlify names no limit."""


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A path of the owner's own file, and the names of the headers there, in lower case."""

    pattern: str
    names: frozenset[str]


def headers_file(rules: Sequence[HeaderRule], base: str, owners: str = "") -> str:
    """The rules of the product, and then the owner's own file as it is: there a later rule wins, or can detach what an earlier one set.

    What the owner sets for the same paths, or for more, is left out of ours: hosts would join the two values.
    """
    own = tuple(_own_rules(owners))
    kept = (_without(replace(rule, pattern=base + rule.pattern), own) for rule in rules)
    texts = [_text(rule) for rule in kept if rule.headers]
    return "\n".join([*texts, owners.strip() + "\n"] if owners.strip() else texts)


def too_much(text: str) -> tuple[int, int]:
    """The number of rules, and the length of the longest line."""
    lines = [line.strip() for line in text.splitlines()]
    return sum(_is_path(line) for line in lines), max(map(len, text.splitlines()), default=0)


def _text(rule: HeaderRule) -> str:
    detached = [f"  ! {POLICY}\n"] if POLICY in rule.headers and not rule.pattern.endswith("/*") else []
    return "".join([f"{rule.pattern}\n", *detached, *(f"  {name}: {value}\n" for name, value in rule.headers.items())])


def _own_rules(text: str) -> Iterator[OwnRule]:
    found: dict[str, set[str]] = {}
    pattern = ""
    for line in (line.strip() for line in text.splitlines()):
        if _is_path(line):
            pattern = line
        elif ":" in line and not line.startswith("#"):
            found.setdefault(pattern, set()).add(line.partition(":")[0].strip().lower())
    return (OwnRule(pattern, frozenset(names)) for pattern, names in found.items())


def _is_path(line: str) -> bool:
    return line.startswith(("/", "https://"))


def _without(rule: HeaderRule, own: Sequence[OwnRule]) -> HeaderRule:
    covering = [each for each in own if HeaderRule(each.pattern, Frozen()).covers(rule)]
    same = [each for each in own if each.pattern == rule.pattern]

    def is_theirs(name: str) -> bool:
        # A browser obeys two policies at once, so the one of a drawing may stand beside theirs.
        return any(name.lower() in each.names for each in (same if name == POLICY else covering))

    return replace(rule, headers=Frozen({name: value for name, value in rule.headers.items() if not is_theirs(name)}))
