"""From a library and its texts to the data of the search: documents for the search engine, and words for the search page."""

from collections.abc import Iterable
from dataclasses import dataclass

from geleerd.find.direct import direct_file
from geleerd.find.index_documents import KnownDocuments, SearchDocument, documents_of
from geleerd.find.known_words import KnownWords, WordLookup
from geleerd.find.language import searched_language
from geleerd.find.lexicon import lexicon_files
from geleerd.find.meaning.meaning_files import meaning_of
from geleerd.find.searched import records_of
from geleerd.find.suggested import suggested_file
from geleerd.model.artefacts import TextFile
from geleerd.model.frozen import Frozen
from geleerd.once import Once, now
from geleerd.relate.library import Library
from geleerd.texts.texts import SafeTexts


@dataclass(frozen=True, slots=True)
class Findable:
    """The documents for the search engine, and the files in which the search page looks words up.

    `known_words` is what is known of all words in them, for a next time.
    """

    documents: KnownDocuments
    lexicon: tuple[TextFile, ...]
    known_words: KnownWords


def find(library: Library, texts: SafeTexts, known: KnownWords = Frozen(), before: KnownDocuments = Frozen(), once: Once = now) -> Findable:
    """All data that the search needs about the items that lists show. Words that are `known` are not looked up.

    Documents that were made of the same `before` are not made again.
    """
    language = searched_language(library.catalogue)
    words = WordLookup(language, known)
    records = tuple(records_of(library, texts))
    documents = documents_of(records, words, before)
    meaning = meaning_of([document.meaning for document in _newest(documents.values())], language, once)
    lexicon = tuple(lexicon_files(tuple(documents.values()), library.collection.words.terms, language, words, meaning.told))
    return Findable(documents, (*lexicon, *meaning.files, direct_file(library, words), suggested_file(records)), words.known())


def _newest(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """The documents that have a date, as the search orders them: the newest first."""
    dated = sorted((document for document in documents if document.date), key=lambda document: document.address)
    return sorted(dated, key=lambda document: document.date, reverse=True)
