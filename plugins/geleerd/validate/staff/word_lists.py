"""The staff's two lists of words: the vocabulary of `for` and `about`, and the glossary."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from geleerd.model.collection import WordLists
from geleerd.model.declarations.part_types import Choice, Term
from geleerd.model.declarations.registry import VOCABULARIES
from geleerd.model.documents import Document
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem
from geleerd.model.strings import is_slug
from geleerd.validate.did_you_mean import nearest
from geleerd.validate.field_problems import complaints
from geleerd.validate.mending.told import told

Wrong = tuple[Problem, ...]


def word_lists(vocabulary: Document, glossary: Document, terms: list[object]) -> tuple[WordLists, Wrong]:
    """Both lists, without invalid entries. `terms` is the list in the glossary's file."""
    vocabularies, wrong_choices = _vocabularies(vocabulary)
    known, wrong_terms = _terms(glossary, terms)
    places = {term.anchor: glossary.place((number,)) for number, term in known}
    lists = WordLists(vocabularies, tuple(term for _, term in known), glossary.path, Frozen(places), vocabulary.front.is_guessed)
    return lists, (*wrong_choices, *wrong_terms)


def _vocabularies(document: Document) -> tuple[Mapping[str, Mapping[str, Choice]], Wrong]:
    problems: list[Problem] = []
    lists: dict[str, Mapping[str, Choice]] = {}
    tree = document.tree or {}
    unknown = [key for key in tree if key not in VOCABULARIES]
    problems += [told(document, (k,), Code.UNKNOWN_KEY, {"key": k, "suggestion": nearest(k, VOCABULARIES)}) for k in unknown]
    for key in VOCABULARIES:
        choices, wrong = _choices(document, key, tree.get(key))
        lists[key] = Frozen(choices)
        problems += wrong
    return Frozen(lists), tuple(problems)


def _choices(document: Document, key: str, values: object) -> tuple[dict[str, Choice], list[Problem]]:
    choices: dict[str, Choice] = {}
    problems: list[Problem] = []
    if values is not None and not isinstance(values, list):
        return choices, [Problem(document.place((key,)), Code.EXPECTED_LIST, {"key": key, "value": str(values)[:80]})]
    for number, value in enumerate(values or []):
        path = (key, number)
        try:
            choice = Choice.model_validate(value)
        except ValidationError as error:
            problems += complaints(error, Choice, document.below(path, value))
            continue
        problems += _slug_problems(choice.slug, choices, document, path)
        choices.setdefault(choice.slug, choice)
    return choices, problems


def _slug_problems(slug: str, known: Mapping[str, Choice], document: Document, path: tuple[str, int]) -> Iterator[Problem]:
    if not is_slug(slug):
        yield told(document, (*path, "slug"), Code.BAD_SLUG, {"value": slug})
    if slug in known:
        yield Problem(document.place((*path, "slug")), Code.REPEATED_VALUE, {"key": path[0], "value": slug})


def _terms(document: Document, values: list[object]) -> tuple[list[tuple[int, Term]], Wrong]:
    """The valid terms, each with its number in the file."""
    terms: list[tuple[int, Term]] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, value in enumerate(values):
        try:
            term = Term.model_validate(value)
        except ValidationError as error:
            problems += complaints(error, Term, document.below((number,), value))
            continue
        if not (term.term or term.abbreviation):
            problems.append(Problem(document.place((number,)), Code.MISSING_KEY, {"key": "term"}))
            continue
        problems += _repeats(term, seen, document, number)
        terms.append((number, term))
    return terms, tuple(problems)


def _repeats(term: Term, seen: dict[str, int], document: Document, number: int) -> Iterator[Problem]:
    for word in dict.fromkeys(w.casefold() for w in (term.term, term.abbreviation, *term.synonyms) if w):
        line = document.place((number,)).line
        if seen.setdefault(word, line) != line:
            yield Problem(document.place((number,)), Code.DUPLICATE_TERM, {"value": word, "first": seen[word]})
