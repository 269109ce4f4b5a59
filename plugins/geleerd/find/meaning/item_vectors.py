"""What an item is about, as a vector: the sum of its texts, each the sum of its words."""

import struct
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from geleerd.find.known_words import WordLookup
from geleerd.find.meaning.packed import directed, summed, together
from geleerd.find.meaning.table import WordRow, WordTable
from geleerd.find.searched import Record
from geleerd.find.tokens import counted, folded

_WEIGHTS: Mapping[str, int] = {"title": 10, "summary": 10, "core": 7, "names": 5, "body": 4}
"""The weight of a text by its place in the record."""

_QUESTIONS = 20
"""The weight of all questions of an item together."""

_MOST_OF_A_WORD = 20
"""How often a word of a text counts."""


_APART = "body"
"""The text that does not decide where questions lead: a new sentence in it turns no other item."""


@dataclass(frozen=True, slots=True)
class ItemVectors:
    """The direction of an item, that of each of its questions, and where each question should lead: to the item as if it lacked that one.

    All are zeros for a text of unknown words.
    """

    whole: tuple[int, ...]
    questions: tuple[tuple[int, ...], ...] = ()
    targets: tuple[tuple[int, ...], ...] = ()

    def told(self) -> str:
        """The vectors as a text, to keep them: numbers of 16 bits in base64, a word for each vector."""
        vectors = (self.whole, *self.questions, *self.targets)
        return " ".join(b64encode(struct.pack(f"<{len(vector)}h", *vector)).decode() for vector in vectors)

    @classmethod
    def of(cls, told: str) -> Self:
        """The vectors that a text tells. Raises `ValueError` and `struct.error` for another text."""
        whole, *others = (struct.unpack(f"<{len(found) // 2}h", found) for found in map(b64decode, told.split(" ")))
        return cls(whole, tuple(others[: len(others) // 2]), tuple(others[len(others) // 2 :]))


def vectors_of(record: Record, words: WordLookup, table: WordTable) -> ItemVectors:
    """The vectors of an item."""
    size = table.dimensions
    texts = {place: vector_of(record.texts[place], words, table) for place in _WEIGHTS}
    front = together(((_WEIGHTS[place], text) for place, text in texts.items() if place != _APART), size)
    questions = [vector_of(question, words, table) for question in record.asked]
    asked = together(((1, question) for question in questions), size)
    whole = _with_questions(together(((1, front), (_WEIGHTS[_APART], texts[_APART])), size), asked)
    targets = (_with_questions(front, together(((1, asked), (-1, question)), size)) for question in questions)
    return ItemVectors(whole, tuple(map(tuple, questions)), tuple(targets))


def _with_questions(said: Sequence[int], asked: Sequence[int]) -> tuple[int, ...]:
    return tuple(directed(together(((1, said), (_QUESTIONS, directed(asked))), len(said))))


def vector_of(text: str, words: WordLookup, table: WordTable) -> list[int]:
    """The direction of a text by itself; zeros for one of unknown words."""
    return directed(_sum(text, words, table))


def signs_of(record: Record, words: WordLookup, table: WordTable) -> tuple[str, ...]:
    """For each question of an item on which side of zero the numbers of its vector lie, four in a letter: enough to compare them by."""
    return tuple(_signs(_sum(question, words, table)) for question in record.asked)


def _signs(vector: Sequence[int]) -> str:
    signs = "".join("1" if number > 0 else "0" for number in vector)
    return f"{int(signs, 2):0{len(signs) // 4}x}"


def _sum(text: str, words: WordLookup, table: WordTable) -> list[int]:
    found = ((min(count, _MOST_OF_A_WORD), row) for word, count in counted(text).items() for row in _rows(word, words, table))
    return summed(((count * weight, vector) for count, (weight, vector) in found), table.dimensions)


def _rows(word: str, words: WordLookup, table: WordTable) -> Iterator[WordRow]:
    """The row of a word; for a word that the table lacks, that of another form, or those of its parts, which then weigh less."""
    if row := table.row(folded(word)):
        yield row
    elif words.tells(word):
        whole, *parts = (next(filter(None, map(table.row, forms)), None) for forms in words[word].forms)
        if whole:
            yield whole
        else:
            yield from ((weight * 7 // 10, vector) for weight, vector in filter(None, parts))
