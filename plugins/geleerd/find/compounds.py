"""Cuts compounds into two parts, which must both be common words. A common word is never cut, whatever words it contains."""

from dataclasses import dataclass, field
from functools import lru_cache

from geleerd.find.tokens import folded
from geleerd.locale.frequencies import zipf
from geleerd.model.limits import LONGEST_CUT

_FREQUENT = 4.0
"""A word with at least this Zipf frequency is never cut."""

_STRONG = 3.3
"""One part of a compound is a word of at least this Zipf frequency ..."""

_WEAK = 2.6
"""... and the other of at least this one."""

_DOUBT = 0.5
"""The penalty for a part that is itself a compound and in no list."""

_SHORTEST_PART = 4
_SHORTEST = 2 * _SHORTEST_PART


@dataclass(frozen=True, slots=True)
class Compounding:
    """How a language writes compounds.

    `linking` are the letters between the parts of a compound; without them, no word is cut. `stop` are the words that are never a part.
    """

    code: str
    stop: frozenset[str] = field(hash=False)
    linking: tuple[str, ...] = field(hash=False)

    def cut(self, word: str) -> tuple[str, str]:
        """The two parts of a compound: its head with the linking letters, and its last part. For any other word, the head is empty."""
        is_whole = len(word) > LONGEST_CUT or zipf(word, self.code) >= _FREQUENT
        return ("", word) if is_whole else _best(word, self)[1:]

    def without_linking(self, head: str) -> str:
        """The head as a separate word: `kwaliteits` becomes `kwaliteit`."""
        bare = [head[: -len(letters)] for letters in self.linking if head.endswith(letters) and len(head) > len(letters) + 2]
        return max([head, *bare], key=lambda word: (zipf(word, self.code), word))


@lru_cache(maxsize=100_000)
def _best(word: str, ways: Compounding) -> tuple[float, str, str]:
    """The best cut and its strength: the cut in which the rarer part is most common."""
    if len(word) < _SHORTEST or not ways.linking or _is_verb_with_particle(word, ways):
        return 0.0, "", word
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    score, at = max((_score(word[:at], word[at:], ways), at) for at in cuts)
    return (score, word[:at], word[at:]) if score >= _WEAK else (0.0, "", word)


def _score(head: str, last: str, ways: Compounding) -> float:
    left = ways.without_linking(head)
    if len(left) < _SHORTEST_PART or folded(left) in ways.stop or folded(last) in ways.stop:
        return 0.0
    weak, strong = sorted((_strength(left, ways), _strength(last, ways)))
    return weak if strong >= _STRONG else 0.0


def _strength(part: str, ways: Compounding) -> float:
    """How certain it is that a part is a word: its own frequency, or that of its parts when it is a compound itself."""
    return max(zipf(part, ways.code), _best(part, ways)[0] - _DOUBT)


def _is_verb_with_particle(word: str, ways: Compounding) -> bool:
    """Whether a word is a verb with a particle: `meelopen` (`mee` and `lopen`) has a meaning of its own and is no compound."""
    return any(word[:at] in ways.stop and zipf(word[at:], ways.code) >= _STRONG for at in range(2, 7))
