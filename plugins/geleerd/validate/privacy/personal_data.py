"""Finds personal data in running text. Packages that know the rules of numbers test them; only the search is ours."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import phonenumbers
from phonenumbers import PhoneNumberType
from stdnum import iban
from stdnum.nl import bsn

from geleerd.locale.catalogue import catalogues
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of a text, and its kind, as the code of a problem."""

    kind: Code
    text: str


MOST_FINDINGS = 100
"""Findings of a kind in one text; more would tell nobody anything new."""


def _expression(key: str) -> str:
    """An expression from all catalogues, since a text may be in any language. It finds nothing when no catalogue has the key."""
    return "|".join(piece for words in catalogues() for piece in words.privacy.get(key, ())) or "(?!)"


def _words_of(key: str) -> tuple[str, ...]:
    """The words that the catalogues have under a key of `[privacy]`."""
    return tuple(word for words in catalogues() for word in words.privacy.get(key, "").split())


_MONTH = f"(?:{_expression('month')})"
_DAY = (
    rf"(?:\d{{1,2}}(?:e|de|ste)?[-/. ]{{1,9}}(?:\d{{1,2}}|{_MONTH}\.?)[-/. ,]{{0,9}}['’]?\d{{2}}(?:\d{{2}})?"
    r"|(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2})(?!\d)"
)
_BORN_ON = re.compile(_expression("born-on").replace("<day>", _DAY), re.IGNORECASE)
_WAS_BORN = re.compile(_expression("was-born").replace("<day>", _DAY), re.IGNORECASE)
_A_THING = re.compile(_expression("thing"), re.IGNORECASE)
"""A network is born too, in a manner of speaking."""

# The numbers below are those of the Netherlands and its neighbours, in whatever language a text is written; so are the words around them.
_NINE = re.compile(
    r"(?:(?<![\w.,/-])|(?<=bsn))(?:\d{9}|\d{3}([. -])\d{3}\1\d{3}|\d{4}\.\d{2}\.\d{3})(?!\w|[.,/-]\d)",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:rsin|btw|fi|fiscaal)\b(?:(?!bsn|burger)[^\d.;!?]){0,40}"
    r"|\b(?:kvk|agb|big|uzi|isbn|issn|doi|ean|pmid|ppn|order|bestel|factuur|offerte|polis|project|dossier|artikel|serie|versie|zaak|ticket"
    r"|referentie|kenmerk|contract|licentie|accreditatie|registratie|inschrijf|inventaris|beschikking|besluit|subsidie|dataset"
    r"|conferentie|vergader|meeting|webinar|inbel|toegang|product|barcode|verzend|(?<!nt-)id)[\w-]*"
    r"(?:\W{1,3}(?:nummer|nr|no|code|id|is|was|luidt|heeft|met|onder|het|de|een|van|op|voor|bij)\b){0,3}\W{0,4}"
    r"|€\s*|\bnl\s?)$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?:referentie|kenmerk|ref|factuur|nota|polis|besluit|bestel|order)\w*\W{0,4}$", re.IGNORECASE)
_BEFORE = 80
"""Characters before a number in which a word can say what kind of number it is."""

_ADDRESS = re.compile(r"(?:https?://|www\.)(?!wa\.me/)\S+")
_ACCOUNT = re.compile(r"\b[A-Za-z]{2}\d{2}(?=[ .]?[A-Za-z0-9])")
_SHORTEST_ACCOUNT, _LONGEST_ACCOUNT = 14, 34
_MAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,100}@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)
_GIVEN, _SURNAMES = ("|".join(_words_of(key)) for key in ("given-names", "surnames"))
_OF_A_PERSON = re.compile(
    r"(?:[^\W\d_]\.)+[^\W\d_]{2}|(?:[^\W\d_]+[.-])?vande[nr]|mr\.[^\W\d_]"
    rf"|(?:{_GIVEN or '(?!)'})[._-][^\W\d_]|[^\W\d_]+[._-](?:{_SURNAMES or '(?!)'})$"
)
"""The beginning of a person's name, whatever follows: `a.van.wijk`, `anja.vandergroep`, `anne.zorg`; or its end: `info.jansen`."""

_FUNCTIONS = frozenset(_words_of("functions"))
"""Words that mean a function, not a person, wherever they stand before the @: `info`, `noord-info`."""

_FUNCTIONS_FIRST = frozenset(_words_of("functions-first"))
"""Words that are surnames too, so that they mean a function only at the beginning: `post`, `post.noord`, but not `lieuwe.post`."""

_STEMS = _words_of("function-stems")
"""Parts of a word before the @ that show that it is a function: `leernetwerk`, `wijkteam`."""

_DIGITS = re.compile(r"(?:\d\W{0,3}){8}")
"""Without eight digits near each other there is no number to test; most lines are passed over here."""

_TWO_DIGITS = re.compile(r"\d\d")
"""Without two digits there is no date."""

_PUBLIC = {PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN}


PATTERNS: Mapping[str, str | tuple[str, ...]] = Frozen(
    {
        "account": _ACCOUNT.pattern,
        "address": _ADDRESS.pattern,
        "born-on": _BORN_ON.pattern,
        "of-a-person": _OF_A_PERSON.pattern,
        "mail": _MAIL.pattern.replace(r"\w", r"\p{L}\p{N}_").replace(r"\b", ""),
        "nine": _NINE.pattern,
        "other-number": _OTHER_NUMBER.pattern,
        "reference": _REFERENCE.pattern,
        "thing": _A_THING.pattern,
        "was-born": _WAS_BORN.pattern,
        "functions": tuple(sorted(_FUNCTIONS)),
        "functions-first": tuple(sorted(_FUNCTIONS_FIRST)),
        "function-stems": _STEMS,
    }
)
"""The same expressions for the scripts of the forms. In JavaScript `\\w` matches only the letters `a-z`, which matters for names in
mail addresses alone."""


def is_own(address: str, own: Iterable[str]) -> bool:
    """Whether a mail address is one of the owner's mailboxes, which are addresses and whole domains in lower case."""
    domain = address.casefold().rpartition("@")[2]
    return any(mailbox in {address.casefold(), domain} or domain.endswith(f".{mailbox}") for mailbox in own)


def personal_data(text: str) -> Iterator[Found]:
    """The personal data in a text. Part of an account number never counts as a telephone number too."""
    for kind, find in _FINDERS.items():
        for found in islice(find(text), MOST_FINDINGS):
            yield Found(kind, found)
            text = text.replace(found, " " * len(found))


def _accounts(text: str) -> Iterator[str]:
    if not _DIGITS.search(text):
        return
    for found in _ACCOUNT.finditer(text):
        yield from _account_at(text[found.start() : found.start() + 2 * _LONGEST_ACCOUNT + 1])


def _account_at(text: str) -> Iterator[str]:
    """The account number at the beginning of a text; its country decides its length."""
    end = 0
    for length in range(1, _LONGEST_ACCOUNT + 1):
        following = re.match(r"[ .]?[A-Za-z0-9]", text[end:])
        if not following:
            return
        end += following.end()
        if length > _SHORTEST_ACCOUNT and _is_account(re.sub(r"\W", "", text[:end])) and not text[end : end + 1].isalnum():
            yield text[:end]
            return


def _is_account(text: str) -> bool:
    """Whether a text is an account number, by its length and checksum. Lists of banks go out of date, so they are not used."""
    return bool(iban.is_valid(text, check_country=False))


def _citizen_numbers(text: str) -> Iterator[str]:
    if not _DIGITS.search(text):
        return
    for found in _NINE.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if bsn.is_valid(digits) and not _OTHER_NUMBER.search(_before(text, found.start())):
            yield found[0]


def _before(text: str, position: int) -> str:
    return text[max(0, position - _BEFORE) : position]


def _mail_addresses(text: str) -> Iterator[str]:
    if "@" not in text:
        return
    for found in _MAIL.finditer(text):
        if not _is_function(re.split("[+@]", found[0])[0].casefold()):
            yield found[0]


def _is_function(name: str) -> bool:
    if _OF_A_PERSON.match(name):
        return False
    pieces = [piece for piece in re.split(r"[\W\d_]+", name) if piece]
    if pieces and not _FUNCTIONS_FIRST.isdisjoint({pieces[0], "".join(pieces)}):
        return True
    return any(piece in _FUNCTIONS or any(stem in piece for stem in _STEMS) for piece in (*pieces, "".join(pieces)))


def _phone_numbers(text: str) -> Iterator[str]:
    if not _DIGITS.search(text):
        return
    text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    for region in ("NL", "BE", "DE"):
        for found in phonenumbers.PhoneNumberMatcher(text, region):
            kind = phonenumbers.number_type(found.number)
            if kind in _PUBLIC or (region != "NL" and kind != PhoneNumberType.MOBILE):
                continue
            if not _REFERENCE.search(_before(text, found.start)):
                yield found.raw_string


def _birth_dates(text: str) -> Iterator[str]:
    if not _TWO_DIGITS.search(text):
        return
    yield from (found[0] for found in _BORN_ON.finditer(text))
    for found in _WAS_BORN.finditer(text):
        if not (_A_THING.search(_before(text, found.start())) or _A_THING.search(found[0])):
            yield found[0]


_FINDERS: Mapping[Code, Callable[[str], Any]] = {
    Code.IBAN: _accounts,
    Code.BIRTH_DATE: _birth_dates,
    Code.CITIZEN_NUMBER: _citizen_numbers,
    Code.PERSONAL_EMAIL: _mail_addresses,
    Code.PHONE_NUMBER: _phone_numbers,
}
