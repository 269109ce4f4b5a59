"""Sentences, paragraphs and bodies in Dutch, from chance: a third of the words as common or rare as they are in the language."""

import random
from functools import cache
from itertools import accumulate, islice

from geleerd.locale.frequencies import frequencies

WHO = (
    "de projectleider",
    "een wijkverpleegkundige",
    "de gemeente",
    "een ervaringsdeskundige",
    "het team",
    "de procesbegeleider",
    "een docent",
    "de mantelzorger",
)
DOES = ("vraagt", "bespreekt", "noteert", "deelt", "onderzoekt", "probeert", "evalueert", "verandert", "ontdekt", "benoemt")
WHAT = (
    "de casusbespreking",
    "een nieuwe werkwijze",
    "het gezamenlijke doel",
    "de taakverdeling",
    "een moeilijke vraag",
    "de uitkomsten",
    "het cliëntperspectief",
    "de samenwerking",
    "een leervraag",
    "de opbrengsten",
    "het jaarplan",
    "de kennisuitwisseling",
    "de financiering",
    "het vervolg",
)
WHEN = (
    "tijdens de bijeenkomst",
    "na afloop",
    "in een klein groepje",
    "met de hele groep",
    "samen met bewoners",
    "elke drie maanden",
    "voordat het project begint",
    "in gesprek met het bestuur",
)
WHY = (
    "zodat iedereen weet waar het om gaat",
    "want zonder vertrouwen komt niemand verder",
    "omdat de praktijk anders is dan het plan",
    "en dat levert nieuwe inzichten op",
    "waardoor de drempel lager wordt",
    "al kost dat meer tijd dan gedacht",
)
MOST_WORDS, COMMONEST = 30_000, 300
"""Words of the language to draw from, and how many of the commonest are passed over, since the sentences hold those already."""


@cache
def _words() -> tuple[list[str], list[float]]:
    """The words of the language, and their added weights: the n-th word is drawn in proportion to 1/n, as in any text (Zipf)."""
    listed = islice((word for word in frequencies("nl") if not any(map(str.isdigit, word))), COMMONEST, MOST_WORDS)
    words = [word for word in listed if word.isalpha() and word.islower() and len(word) > 3]
    return words, list(accumulate(1 / (COMMONEST + place) for place in range(len(words))))


def drawn_words(chance: random.Random, count: int) -> list[str]:
    """Words of the language, common ones more often."""
    words, weights = _words()
    return chance.choices(words, cum_weights=weights, k=count)


def begun(text: str) -> str:
    """The text with a capital."""
    return text[0].upper() + text[1:]


def title(chance: random.Random, number: int) -> str:
    """A title that no other item has."""
    return begun(f"{chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHAT)} {number}")


def sentence(chance: random.Random) -> str:
    """A sentence of about fourteen words."""
    one, two, three, four = drawn_words(chance, 4)
    said = f"{chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHAT)} over {one} en {two} {chance.choice(WHEN)}"
    return begun(f"{said}, {chance.choice(WHY)}." if chance.random() < 0.6 else f"{said}: {three}, {four} en wat daarbij hoort.")


def paragraph(chance: random.Random, sentences: int) -> str:
    """Sentences after one another."""
    return " ".join(sentence(chance) for _ in range(sentences))


def points(chance: random.Random, count: int) -> list[str]:
    """Sentences for a list."""
    return [sentence(chance) for _ in range(count)]


def body(chance: random.Random, links: tuple[int, int], picture: str | None) -> str:
    """About 400 words in Markdown: headings, paragraphs, a list, a table or a quotation, and two links, each written as `item:<number>`."""
    shown = [f"![{begun(' '.join(drawn_words(chance, 3)))}]({picture})"] if picture else []
    return "\n\n".join(
        [
            paragraph(chance, 4),
            f"## {begun(' '.join(drawn_words(chance, 3)))}",
            f"{paragraph(chance, 3)} Lees ook [hoe het verder ging](item:{links[0]}).",
            *shown,
            "\n".join(f"- {point}" for point in points(chance, 3)),
            f"## {begun(' '.join(drawn_words(chance, 4)))}",
            paragraph(chance, 3),
            _table(chance) if chance.random() < 0.2 else f"> {paragraph(chance, 2)}",
            f"{paragraph(chance, 3)} Dat was **{drawn_words(chance, 1)[0]}** en *{drawn_words(chance, 1)[0]}*.",
            f"{paragraph(chance, 2)} Een ander vertelt [wat het opleverde](item:{links[1]}).",
            "",
        ]
    )


def _table(chance: random.Random) -> str:
    rows = (" | ".join(drawn_words(chance, 3)) for _ in range(4))
    return "\n".join(["| Wat | Wie | Wanneer |", "| --- | --- | --- |", *(f"| {row} |" for row in rows)])
