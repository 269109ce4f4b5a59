"""The words of one language: names of types and fields, problem sentences, words in addresses, dates."""

import datetime
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, reduce
from importlib import resources
from typing import Any

from geleerd.locale.dates import in_words
from geleerd.locale.field_names import field_name, unknown_name
from geleerd.locale.laid_over import laid_over
from geleerd.model.declarations.own_types import own_words
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.frozen import Frozen
from geleerd.model.partial_dates import PartialDate
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem
from geleerd.model.settings import DEFAULT_LANGUAGE

_FOLDER = resources.files("geleerd.locale")

LANGUAGES: tuple[str, ...] = tuple(
    sorted(
        (file.name.removesuffix(".toml") for file in _FOLDER.iterdir() if file.name.endswith(".toml")),
        key=lambda code: (code != DEFAULT_LANGUAGE, code),
    )
)
"""The languages that have a catalogue: every `.toml` beside this file. The default comes first."""


MOST_FACTS = 5
"""What a sentence tells of one file; the rest is counted."""

_MISSING = {Code.MISSING_KEY, Code.MISSING_FIELD, Code.STILL_MISSING, Code.NOTHING_TO_DO, Code.IDENTIFIABLE}
"""The problems that ask for a line that is not there yet, or not there any more."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of one language, from its file. A missing sentence raises `KeyError`: tests keep the catalogues complete."""

    language: str
    entries: Mapping[str, Any] = field(hash=False, repr=False)

    def say(self, key: str, /, **words: object) -> str:
        """The interface's sentence under `key`, with its words filled in; with `count`, in its singular or plural."""
        return _filled(self.entries["interface"][key], words)

    def results(self) -> dict[str, object]:
        """The sentences of the search page's script, with their braces, and the names of the types."""
        types = {key: kinds["one"] for key, kinds in self.entries["types"].items()}
        return {**self.entries["results"], "previous-page": self.say("previous-page"), "next-page": self.say("next-page"), "types": types}

    def newsletter(self, types: Iterable[str]) -> dict[str, object]:
        """The sentences of the newsletter page's script, with their braces, and the names of the types of item in their order."""
        named = {key: {"one": self.type_name(key), "other": self.type_name(key, plural=True)} for key in types}
        return {**self.entries["newsletter"], "types": named, "language": self.language}

    def console(self, key: str, /, **words: object) -> str:
        """A sentence for the terminal; with `count`, in its singular or plural."""
        return _filled(self.entries["console"][key], words)

    def problem(self, problem: Problem) -> str:
        """The sentence about a problem and, below it, the lines to put in a file, if there are any."""
        return "\n".join((self.sentence(problem), *problem.lines))

    def sentence(self, problem: Problem, *, with_keys: bool = True) -> str:
        """The sentence on what is wrong and what to do, with the present name of a renamed entry, or "did you mean" and a suggestion.

        Fields have the names that they have in the forms. `with_keys`: a field that is missing is named with the key for its line, too.
        """
        sentences = self.entries["problems"]
        words = self._named(problem, with_keys=with_keys)
        parts = [sentences[problem.code].format_map(words)]
        if words.get("now"):
            parts.append(sentences["now-called"].format_map(words))
        elif words.get("suggestion") and not problem.lines:
            parts.append(sentences["did-you-mean"].format_map(words))
        if problem.lines and not parts[-1].endswith(":"):
            parts.append(sentences["right-lines" if "until" in words else "right-line"].format_map(words))
        return " ".join(parts)

    def _named(self, problem: Problem, *, with_keys: bool) -> dict[str, object]:
        """The words of a problem, with the names of its fields instead of their keys."""
        words: dict[str, object] = {"key": "", **problem.parameters}
        if "found" in words:
            return {**words, "found": self.facts(str(words["found"]))}
        if problem.code is Code.UNKNOWN_KEY:
            return {**words, "key": unknown_name(str(words["key"]), self.entries, str(words.get("type", "")))}
        keys = {name: str(words[name]).split(", ") for name in ("key", "keys", "fields") if words.get(name)}
        shown = with_keys and problem.code in _MISSING
        for name, found in keys.items():
            said = [(field_name(key, self.entries, str(words.get("type", ""))), key) for key in found]
            words[name] = ", ".join(
                f"{label} ({key})" if shown and label != key and "[" not in key and name != "fields" else label for label, key in said
            )
        return words

    def facts(self, found: str) -> str:
        """What a file tells beside what it shows: the first facts, each with its place in the file, and how many more there are."""
        facts = found.split(", ")
        told = []
        for kind, _, where in (fact.partition(" ") for fact in facts[:MOST_FACTS]):
            told.append(f"{self.entries['traces'][kind]} ({where})" if where else str(self.entries["traces"][kind]))
        more = [self.entries["traces"]["more"].format(count=len(facts) - MOST_FACTS)] if len(facts) > MOST_FACTS else []
        return ", ".join((*told, *more))

    def severity(self, problem: Problem) -> str:
        """The word for the severity of a problem."""
        return str(self.entries["severity"][problem.severity.value])

    def type_name(self, key: str, *, plural: bool = False) -> str:
        """The name of a type of item, frame entry or index."""
        return str(self.entries["types"][key]["other" if plural else "one"])

    def names_of(self, key: str) -> tuple[str, str, str]:
        """All names of a type: the singular, the plural, and the word in addresses."""
        return self.type_name(key), self.type_name(key, plural=True), self.word(key)

    def type_description(self, key: str) -> str:
        """One line that explains a type to a reader."""
        return str(self.entries["types"][key]["what"])

    def word(self, key: str) -> str:
        """The word for a type or list in addresses."""
        return str(self.entries["words"][key])

    def moment(self, phase: str) -> str:
        """The word for a moment in a meeting in addresses, whatever readers see it called."""
        return str(self.entries["moments"][phase])

    def label(self, key: str, type_key: str = "") -> str:
        """The label of a field in the given type."""
        fields = self.entries["fields"]
        own = fields.get(type_key, {}).get(key) if type_key not in {"", key} else None
        return str(own or fields[key]["label"])

    def help(self, key: str, type_key: str = "") -> str:
        """The help on what to write in a field of the given type."""
        own = self.entries.get("own-help", {}).get(type_key, {}).get(key)
        return str(own or self.entries["fields"][key]["help"])

    def part(self, key: str) -> str:
        """The label of a smaller field inside another."""
        return str(self.entries["parts"][key])

    def part_label(self, key: str, part: str) -> str:
        """The label of a smaller field in a form; `part` is the name of its declaration in lower case."""
        return _inside(self.entries["parts"], key, part) or str(self.entries["fields"][key]["label"])

    def part_help(self, key: str, part: str) -> str:
        """The help on what to write in a smaller field; `part` is the name of its declaration in lower case."""
        return _inside(self.entries["part-help"], key, part)

    def schema(self, key: str) -> str:
        """The description of a list of words in an editor."""
        return str(self.entries["schema"][key])

    def ask(self, key: str, type_key: str = "") -> str:
        """The help below a field in a form: its own words, where these differ from the help for writers of files."""
        asks = self.entries["ask"]
        return str(asks.get(type_key, {}).get(key) or asks.get(key) or self.help(key, type_key))

    def example(self, key: str, type_key: str = "") -> str:
        """An example of what to write in a field; empty for most."""
        examples = self.entries["example"]
        return str(examples.get(type_key, {}).get(key) or examples.get(key) or "")

    def issue(self, key: str, /, **words: object) -> str:
        """A sentence of the forms at the forge."""
        return _filled(self.entries["issue"][key], words)

    def form(self) -> Mapping[str, str]:
        """The sentences of the forms, with their braces."""
        return Frozen(self.entries["form"])

    def value(self, key: str, value: str, count: int | None = None) -> str:
        """The words for an enumerated value of a field."""
        words = self.entries["values"][key][value]
        return str(words if count is None else words["one" if count == 1 else "other"])

    def meanings(self, key: str) -> Iterator[tuple[str, str]]:
        """What people may write for the values of a field, each with its value: the words that readers see, and synonyms of these."""
        for value, words in self.entries["values"].get(key, {}).items():
            yield from ((str(text), value) for text in (words.values() if isinstance(words, Mapping) else (words,)))
        for value, texts in self.entries.get("synonyms", {}).get(key, {}).items():
            yield from ((text, value) for text in texts)

    def counted(self, number: int) -> str:
        """A number at the beginning of a sentence: in words up to twelve, as far as the catalogue has them."""
        return str(self.entries["counts"].get(str(number), number))

    def date(self, date: PartialDate | datetime.date) -> str:
        """A date in words, no more precise than it is: "9 oktober 2023", "oktober 2023", "2023"."""
        return in_words(date, self.language)

    @property
    def stop_words(self) -> frozenset[str]:
        """The stop words, which tell nothing about a subject, without accents and in lower case."""
        return frozenset(self.entries["search"]["stop"].split())

    @property
    def faint_words(self) -> frozenset[str]:
        """The words that tell little about a subject, in the form of the stop words; none where nobody wrote them."""
        return frozenset(self.entries["search"].get("faint", "").split())

    @property
    def idle_phrases(self) -> tuple[str, ...]:
        """Phrases that tell nothing together, in the form of the stop words; none where nobody wrote them."""
        return tuple(self.entries["search"].get("idle", ()))

    @property
    def negations(self) -> tuple[str, ...]:
        """The words that say that something is not so, in the form of the stop words; none where nobody wrote them."""
        return tuple(self.entries["search"].get("negations", ()))

    @property
    def particles(self) -> tuple[str, ...]:
        """The word before an infinitive, and the parts of verbs that can stand apart; none where nobody wrote them."""
        return tuple(self.entries["search"].get("particles", ()))

    @property
    def stemmer(self) -> str:
        """The name that Snowball gives its stemmer of the language; empty where it has none."""
        return str(self.entries["search"].get("stemmer", ""))

    @property
    def linking(self) -> tuple[str, ...]:
        """The letters that the language puts between the parts of a compound; none for a language that writes its compounds apart."""
        return tuple(self.entries["search"].get("linking", ()))

    @property
    def plurals(self) -> tuple[str, ...]:
        """The endings of plurals in the language, as far as they only add letters; none where nobody wrote them."""
        return tuple(self.entries["search"].get("plurals", ()))

    @property
    def word_families(self) -> tuple[str, ...]:
        """Forms of one word that no other word shares, without accents and with spaces between them, for each such word."""
        return tuple(self.entries["search"].get("families", ()))

    @property
    def everyday(self) -> Mapping[str, Any]:
        """The words with which people write dates and lengths of time; empty where nobody wrote them."""
        return Frozen(self.entries.get("everyday", {}))

    @property
    def left(self) -> Mapping[str, Any]:
        """The expressions and words that stand in templates for a text; empty where nobody wrote them."""
        return Frozen(self.entries.get("left", {}))

    @property
    def privacy(self) -> Mapping[str, Any]:
        """The expressions and words that show personal data in a text of the language; empty where nobody wrote them."""
        return Frozen(self.entries.get("privacy", {}))

    @property
    def passive(self) -> str:
        """The expression that finds a verb in the passive; empty where nobody wrote one."""
        return str(self.entries.get("advice", {}).get("passive", ""))

    @property
    def own_experience(self) -> tuple[str, ...]:
        """What people write for a source that is their own experience, in lower case."""
        return tuple(self.entries["everyday"]["own-experience"])

    @property
    def known_abbreviations(self) -> frozenset[str]:
        """The abbreviations that nobody needs to explain; none where nobody wrote them."""
        return frozenset(self.entries.get("advice", {}).get("known", ()))


def _inside(entries: Mapping[str, Any], key: str, part: str) -> str:
    """The words for a key inside a part, or else for that key in any part. A part and a key may have the same name (`source`)."""
    own = entries.get(part)
    return str((own.get(key) if isinstance(own, Mapping) else None) or entries.get(key, ""))


def _filled(sentence: str | Mapping[str, str], words: Mapping[str, object]) -> str:
    if not isinstance(sentence, str):
        sentence = sentence["one" if words["count"] == 1 else "other"]
    return sentence.format_map(words)


@cache
def catalogue(language: str, declarations: Declarations = DECLARATIONS) -> Catalogue:
    """The catalogue of a language, with the words for added types. Raises `ValueError` for a language without a catalogue."""
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not one of {', '.join(LANGUAGES)}")
    text = _FOLDER.joinpath(f"{language}.toml").read_text(encoding="utf-8")
    pieces = (*map(tomllib.loads, declarations.words.get(language, ())), own_words(declarations.own))
    return Catalogue(language, reduce(laid_over, pieces, tomllib.loads(text)))


def catalogues(declarations: Declarations = DECLARATIONS) -> tuple[Catalogue, ...]:
    """The catalogues of all languages: people may use the words of any of them."""
    return tuple(catalogue(language, declarations) for language in LANGUAGES)


@cache
def reserved_slugs() -> frozenset[str]:
    """The words that the addresses of lists use, in every language: what changes its language keeps its addresses."""
    return frozenset({"index", *(words.word("page") for words in catalogues())})
