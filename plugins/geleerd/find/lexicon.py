"""The words that lead to the site's terms, for the search page, in small files: a query needs one file for each of its words."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from geleerd.find.index_documents import MARK, SearchDocument
from geleerd.find.known_words import KnownWord, WordLookup
from geleerd.find.language import Language
from geleerd.find.spelling import spellings
from geleerd.find.tokens import folded
from geleerd.model.artefacts import TextFile
from geleerd.model.declarations.part_types import Term
from geleerd.model.limits import LONGEST_CUT

LEXICON_FOLDER = "assets/search"


def lexicon_files(
    documents: Sequence[SearchDocument],
    glossary: Sequence[Term],
    language: Language,
    words: WordLookup,
    meaning: Mapping[str, object] | None,
) -> Iterator[TextFile]:
    """The files of the lexicon. `lexicon.json` lists the other files, the words that mean the same, and the signs of the index.

    It also tells of the files by which words and items have a `meaning`, where there are any.

    A file of words holds those with one prefix: for every term, the number of items that have it, and the words with that prefix that
    lead to it, those that are said first. A file of spellings holds the common words of the language with one first letter, also those
    that no item has.
    """
    groups = tuple(_groups(glossary, words))
    in_glossary = {word for term in glossary for text in spellings_of(term) for word in words.telling(text)}
    said = in_glossary.union(*(document.words for document in documents))
    shards = _shards(_forms(words[word] for word in said), _counts(documents), set(map(folded, said)))
    for beginning, held in sorted(shards.items()):
        yield _json(f"{LEXICON_FOLDER}/{file_name(beginning)}", held)
    spelled = spellings(language.code)
    for letter, common in sorted(spelled.items()):
        yield _json(f"{LEXICON_FOLDER}/spelled-{letter}.json", common)
    facts = {
        "items": len(documents),
        "files": sorted(shards),
        "synonyms": groups,
        "stop": sorted(language.stop),
        "idle": language.idle,
        "negations": language.negations,
        "particles": language.particles,
        "faint": sorted(language.faint),
        "spelled": "".join(sorted(spelled)),
        "accents": {plain: word for word in sorted(said) if (plain := folded(word)) != word and plain not in said},
        "linking": language.compounding.linking,
        "longest": LONGEST_CUT,
        "mark": MARK,
        "meaning": dict(meaning) if meaning else None,
    }
    yield _json(f"{LEXICON_FOLDER}/lexicon.json", facts)


def file_name(beginning: str) -> str:
    """The name of the file for words with this prefix; letters outside ASCII become numbers."""
    safe = "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}" for c in beginning)
    return f"words-{safe}.json"


def _counts(documents: Iterable[SearchDocument]) -> Mapping[str, int]:
    """The number of items that have each term."""
    return Counter(term.removesuffix(MARK) for document in documents for term in document.terms)


def _forms(found: Iterable[KnownWord]) -> Mapping[str, set[str]]:
    """The plain words that lead to each term."""
    forms: dict[str, set[str]] = defaultdict(set)
    for word in found:
        for term, leading in zip((word.term, *word.parts), word.forms, strict=True):
            forms[term].update(leading)
    return forms


def _shards(forms: Mapping[str, set[str]], counts: Mapping[str, int], said: Set[str]) -> Mapping[str, dict[str, list[object]]]:
    shards: dict[str, dict[str, list[object]]] = defaultdict(dict)
    for term in sorted(forms):
        by_beginning: dict[str, list[str]] = defaultdict(list)
        for form in sorted(forms[term], key=lambda form: (form not in said, form)):
            by_beginning[form[:2]].append(form)
        for beginning, found in by_beginning.items():
            shards[beginning][term] = [counts.get(term, 0), " ".join(found)]
    return shards


def spellings_of(term: Term) -> tuple[str, ...]:
    """All ways to say a term, the one by which the glossary has it first."""
    return tuple(text for text in (term.term, term.abbreviation, *term.synonyms) if text)


def _groups(glossary: Iterable[Term], words: WordLookup) -> Iterator[tuple[str, ...]]:
    """Groups of phrases that mean the same; each phrase is a list of terms, without stop words."""
    for entry in glossary:
        phrases = (" ".join(words[word].term for word in words.in_order(text)) for text in spellings_of(entry))
        distinct = tuple(dict.fromkeys(phrase for phrase in phrases if phrase))
        if len(distinct) > 1:
            yield distinct


def _json(path: str, data: object) -> TextFile:
    return TextFile(path, json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True))
