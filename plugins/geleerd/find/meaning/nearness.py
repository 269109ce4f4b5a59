"""How near items are to each other in meaning, by what their front matter says: the title, the summary and the questions."""

from collections.abc import Iterable
from functools import partial

from geleerd.find.known_words import KnownWords, WordLookup
from geleerd.find.language import searched_language
from geleerd.find.meaning.item_vectors import vector_of
from geleerd.find.meaning.packed import UNIT, centred, directed
from geleerd.find.meaning.table import WordTable, table
from geleerd.locale.catalogue import Catalogue
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.once import Once, now
from geleerd.relate.related import NOTHING_NEAR, Nearness


def nearness_of(items: Iterable[ItemEntry], catalogue: Catalogue, known: KnownWords = Frozen(), once: Once = now) -> Nearness:
    """How near any two of the items are, if the package has a table of their language. Words that are `known` are not looked up.

    Bodies have no part in it: a new sentence in one of them changes no other page.
    """
    found = table(catalogue.language)
    texts = {str(item.fields.id): _text(item) for item in items}
    if found is None or not texts:
        return NOTHING_NEAR
    words = WordLookup(searched_language(catalogue), known)
    vectors = centred([once(partial(_vector, text, words, found), "nearness", catalogue.language, text) for text in texts.values()])
    return Nearness(Frozen(zip(texts, (tuple(directed(vector)) for vector in vectors), strict=True)), UNIT)


def _vector(text: str, words: WordLookup, found: WordTable) -> tuple[int, ...]:
    return tuple(vector_of(text, words, found))


def _text(item: ItemEntry) -> str:
    """What an item says in its front matter. The title tells most, in the fewest words."""
    fields = item.fields
    return " ".join((fields.title or "", fields.title or "", fields.summary or "", *fields.questions))
