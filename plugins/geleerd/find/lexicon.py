"""The words that lead to the site's dictionary forms, for the search page: cut into small files, of which a query needs one a word."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from geleerd.find.documents import terms_of
from geleerd.find.language import Language
from geleerd.find.records import Record
from geleerd.find.tokens import plain, words
from geleerd.model.parts import Term
from geleerd.render.artefacts import TextFile

FOLDER = "assets/search"


def lexicon_files(records: Iterable[Record], terms: Iterable[Term], language: Language) -> Iterator[TextFile]:
    """`lexicon.json` says which files there are, and which words mean the same; the others hold the words with one beginning.

    In a file, for every dictionary form: in how many items it stands, and its forms with that beginning.
    """
    found = list(records)
    groups = tuple(_groups(terms, language))
    counts = _counts(found, language)
    for group in groups:
        for phrase in group:
            for term in phrase.split():
                counts.setdefault(term, 0)
    shards = _shards(_forms(counts, found, language), counts)
    for beginning, held in sorted(shards.items()):
        yield _json(f"{FOLDER}/{file_name(beginning)}", held)
    yield _json(
        f"{FOLDER}/lexicon.json",
        {"items": len(found), "stop": sorted(language.stop), "files": sorted(shards), "synonyms": groups},
    )


def file_name(beginning: str) -> str:
    """The file of the words with a beginning; letters that are no ASCII become numbers."""
    safe = "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}" for c in beginning)
    return f"words-{safe}.json"


def _counts(records: Iterable[Record], language: Language) -> dict[str, int]:
    """In how many items every indexed form stands."""
    counts: Counter[str] = Counter()
    for record in records:
        seen: set[str] = set()
        for text in record.texts.values():
            for word in words(text):
                if plain(word) not in language.stop:
                    lemma, parts = terms_of(word, language)
                    seen.update((lemma, *parts))
        counts.update(seen)
    return dict(counts)


def _forms(counts: Mapping[str, int], records: Iterable[Record], language: Language) -> Mapping[str, set[str]]:
    """The plain forms of every indexed form: those on the site, those that the language knows, and of a compound those of its last part."""
    known = language.forms()
    forms = {lemma: {lemma, *known.get(lemma, ())} for lemma in counts}
    for record in records:
        for text in record.texts.values():
            for word in words(text):
                lemma = language.lemma(word)
                if lemma in forms:
                    forms[lemma].add(plain(word))
    for lemma in counts:
        if lemma not in known and (parts := language.parts(lemma)) and lemma.endswith(parts[-1]):
            head = lemma[: -len(parts[-1])]
            forms[lemma].update(head + form for form in known.get(parts[-1], ()))
    return forms


def _shards(forms: Mapping[str, set[str]], counts: Mapping[str, int]) -> Mapping[str, dict[str, list[object]]]:
    shards: dict[str, dict[str, list[object]]] = defaultdict(dict)
    for lemma in sorted(forms):
        by_beginning: dict[str, list[str]] = defaultdict(list)
        for form in sorted(forms[lemma]):
            by_beginning[form[:2]].append(form)
        for beginning, found in by_beginning.items():
            shards[beginning][lemma] = [counts[lemma], " ".join(form for form in found if form != lemma)]
    return shards


def _groups(terms: Iterable[Term], language: Language) -> Iterator[tuple[str, ...]]:
    """The phrases that mean the same, each as its dictionary forms without the words that say nothing."""
    for term in terms:
        spelt = (term.term, term.abbreviation, *term.synonyms)
        phrases = dict.fromkeys(phrase for text in spelt if text and (phrase := _phrase(text, language)))
        if len(phrases) > 1:
            yield tuple(phrases)


def _phrase(text: str, language: Language) -> str:
    return " ".join(language.lemma(word) for word in words(text) if plain(word) not in language.stop)


def _json(path: str, data: object) -> TextFile:
    return TextFile(path, json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True))
