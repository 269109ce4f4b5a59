"""What the search box suggests while somebody types: titles of items, and the questions that they answer."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from geleerd.find.lexicon import LEXICON_FOLDER
from geleerd.find.searched import Record
from geleerd.model.artefacts import TextFile

MOST_BYTES = 48_000
"""What titles and questions weigh at most, each: the file is loaded when somebody comes to the box. Of more, the first are in it."""


def suggested_file(records: Sequence[Record]) -> TextFile:
    """The titles of our own items with their types and addresses, and the questions: of every item the first, then of each the second."""
    asked = (question for turn in zip_longest(*(record.asked for record in records)) for question in turn if question)
    told = {
        "titles": list(_within([record.title, record.type, record.address] for record in records if not record.elsewhere)),
        "questions": list(_within(dict.fromkeys(asked))),
    }
    return TextFile(f"{LEXICON_FOLDER}/suggested.json", json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def _within(rows: Iterable[object]) -> Iterator[object]:
    left = MOST_BYTES
    for row in rows:
        left -= len(json.dumps(row, ensure_ascii=False).encode()) + 1
        if left < 0:
            return
        yield row
