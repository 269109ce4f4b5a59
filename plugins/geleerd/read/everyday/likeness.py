"""How alike two texts are: the share of their signs that both have in the same order."""

import re


def likeness(one: str, other: str) -> float:
    """From 0 (no sign in common) to 100 (the same text)."""
    if not one or not other:
        return 100.0 if one == other else 0.0
    begin = same_at_begin(one, other)  # most texts that are compared begin alike, as addresses do
    return 200.0 * (begin + _in_common(one[begin:], other[begin:])) / (len(one) + len(other))


def likeness_of_words(one: str, other: str) -> float:
    """As `likeness`, for texts without case and marks: words in another order, and what holds the other one, are nearly as like."""
    first, second = bare(one), bare(other)
    if not first or not second:
        return 0.0
    told = [likeness(first, second), 0.95 * likeness(*(" ".join(sorted(text.split())) for text in (first, second)))]
    short, long = sorted((first, second), key=len)
    if len(long) < 1.5 * len(short):
        return max(*told, 0.95 * _of_shared_words(first, second))
    return max(*told, 0.9 * max(likeness(short, long[begin : begin + len(short)]) for begin in range(len(long) - len(short) + 1)))


def same_at_begin(one: str, other: str) -> int:
    """How many signs two texts have in common at their beginning."""
    shorter = min(len(one), len(other))
    return next((place for place in range(shorter) if one[place] != other[place]), shorter)


def _of_shared_words(one: str, other: str) -> float:
    """How alike two texts are when what they share comes first: 100 where all words of one are in the other."""
    mine, theirs = set(one.split()), set(other.split())
    shared, first, second = (" ".join(sorted(words)) for words in (mine & theirs, mine - theirs, theirs - mine))
    whole = [f"{shared} {rest}".strip() for rest in (first, second)]
    return max([likeness(*whole), *(likeness(shared, text) for text in whole if shared)])


def bare(text: str) -> str:
    """A text in lower case, with a space for each mark."""
    return re.sub(r"[\W_]", " ", text.lower()).strip()


def _in_common(one: str, other: str) -> int:
    """The length of the longest row of signs that both texts have: a bit of a number for each sign of the first (Hyyrö, 2004)."""
    places: dict[str, int] = {}
    for place, sign in enumerate(one):
        places[sign] = places.get(sign, 0) | 1 << place
    whole = open_places = (1 << len(one)) - 1
    for sign in other:
        found = open_places & places.get(sign, 0)
        open_places = ((open_places + found) | (open_places - found)) & whole
    return len(one) - open_places.bit_count()
