"""Personal data in running text. Numbers are tested by packages that know their rules; only where to look is ours."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import phonenumbers
from phonenumbers import PhoneNumberType
from stdnum import iban
from stdnum.nl import bsn


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a text, and of which kind it is: the code of a problem."""

    kind: str
    text: str


_MONTH = (
    r"(?:jan(?:uari)?|febr?(?:uari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|"
    r"aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = rf"(?:\d{{1,2}}[-/. ]+(?:\d{{1,2}}|{_MONTH}\.?)[-/. ,]*['’]?\d{{2}}(?:\d{{2}})?|(?:19|20)\d{{2}}[-/]\d{{1,2}}[-/]\d{{1,2}})"
_NO_PERIOD = r"(?!\b(?:v[oó][oó]r|na|sinds|vanaf|tussen)\b)"
"""Somebody born *before* a date is a generation, nobody in particular."""

_BORN = re.compile(
    rf"(?:\bgeb(?:oorte)?\.?[- ]?(?:datum|dat\.|dag)(?!\w)(?:\s*\([a-z-]+\))?(?:{_NO_PERIOD}[^\d.;!?]){{0,30}}?"
    rf"|\b(?:geboren|geb\b\.?)(?:{_NO_PERIOD}[^\d.,;!?]){{0,30}}?\bop\s+(?:\w+dag\s+)?"
    rf"|\b(?:geboren|geb\b\.?)\W{{1,3}}(?:d\.d\.\s*)?){_DAY}(?!\d)"
    rf"|\bop\s+{_DAY}(?:\s+(?:in|te)\s+[\w-]+)?\s+geboren\b",
    re.IGNORECASE,
)
_NINE = re.compile(r"(?<![\w.,/-])(?:\d{9}|\d{3}([. ])\d{3}\1\d{3}|\d{4}\.\d{2}\.\d{3})(?![\w]|[.,/-]\d)")
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:rsin|btw|kvk|agb|isbn|issn|doi|ean|order|project|dossier|artikel|versie|fi)\w*\W*(?:\w+\W+)?|€\s*|\bnl\s?)$", re.IGNORECASE
)
_ACCOUNT = re.compile(r"\b[A-Za-z]{2}\d{2}(?=[ .]?[A-Za-z0-9])")
_SHORTEST_ACCOUNT, _LONGEST_ACCOUNT = 14, 34
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)

_FUNCTIONS = """
    info contact or wmo hr fg avg it ict web site post pers media hub desk lab huis punt club kring raad fonds tip tips les lessen
    idee ideeen event events pr git root user test mail email jeugd poli data admin jouw uw hallo hello hoi
"""
"""Whole words before the @ that are a function, not a person."""

_FUNCTION_STEMS = """
    redactie secretari bureau support helpdesk service klant project programma netwerk leer kennis zorg wijk buurt gemeente communicatie
    nieuws aanmeld inschrijv beheer bestuur directie planning receptie balie loket meldpunt klacht privacy security vacature sollicit
    factu financ boekhoud inkoop vraag vragen feedback congres agenda academie scholing opleiding cursus training vrijwillig mantel
    welzijn client patient bewoner platform samen coordinat groep stichting vereniging huisarts praktijk apotheek school onderzoek
    algemeen office welkom meedoen bijdrage subsidie steunpunt afdeling regio locatie centrum dagbesteding ondersteun advies consult
    intake spreekuur triage dienst team conferentie bijeenkomst symposium bibliotheek learning bestand bezoek dementie ouderen
    ondernemingsraad casuist noreply voorbeeld naam iemand gebruiker webmaster postmaster help administratie kwaliteit preventie ervaring
    vertrouwen
"""
"""What in a word before the @ says that it is a function: `leernetwerk`, `wijkteam`."""

_WHOLE, _STEMS = frozenset(_FUNCTIONS.split()), tuple(_FUNCTION_STEMS.split())

_DIGITS = re.compile(r"(?:\d\W{0,3}){8}")
"""Without eight digits near each other there is no number to test; most lines are passed over here."""

_PUBLIC = {PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN}


def personal_data(text: str) -> Iterator[Found]:
    """The personal data in a text; a part of an account number is not looked at again as a telephone number."""
    for kind, find in _FINDERS.items():
        for found in find(text):
            yield Found(kind, found)
            text = text.replace(found, " " * len(found))


def _accounts(text: str) -> Iterator[str]:
    if not _DIGITS.search(text):
        return
    for found in _ACCOUNT.finditer(text):
        yield from _account_at(text[found.start() :])


def _account_at(text: str) -> Iterator[str]:
    """The account number with which a text begins; how long it is follows from its country."""
    end = 0
    for length in range(1, _LONGEST_ACCOUNT + 1):
        following = re.match(r"[ .]?[A-Za-z0-9]", text[end:])
        if not following:
            return
        end += following.end()
        if length > _SHORTEST_ACCOUNT and iban.is_valid(re.sub(r"\W", "", text[:end])) and not text[end : end + 1].isalnum():
            yield text[:end]
            return


def _citizen_numbers(text: str) -> Iterator[str]:
    for found in _NINE.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if bsn.is_valid(digits) and not _OTHER_NUMBER.search(text[: found.start()]):
            yield found[0]


def _mail_addresses(text: str) -> Iterator[str]:
    for found in _MAIL.finditer(text):
        if not _is_function(re.split("[+@]", found[0])[0].casefold()):
            yield found[0]


def _is_function(name: str) -> bool:
    pieces = re.split(r"[\W\d_]+", name)
    return any(piece in _WHOLE or any(stem in piece for stem in _STEMS) for piece in (*pieces, "".join(pieces)))


def _phone_numbers(text: str) -> Iterator[str]:
    if not _DIGITS.search(text):
        return
    for region in ("NL", "BE", "DE"):
        for found in phonenumbers.PhoneNumberMatcher(text, region):
            kind = phonenumbers.number_type(found.number)
            if kind in _PUBLIC or (region != "NL" and kind != PhoneNumberType.MOBILE):
                continue
            yield found.raw_string


def _birth_dates(text: str) -> Iterator[str]:
    return (found[0] for found in _BORN.finditer(text))


_FINDERS: Mapping[str, Callable[[str], Any]] = {
    "iban": _accounts,
    "birth-date": _birth_dates,
    "citizen-number": _citizen_numbers,
    "personal-email": _mail_addresses,
    "phone-number": _phone_numbers,
}
