"""Finds personal data in running text. Packages that know the rules of numbers test them; only the search is ours."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.validate.privacy import accounts, birth_dates, citizen_numbers, mail_addresses, other_numbers, phone_numbers, plain_signs
from geleerd.validate.privacy.expressions import AnyCase
from geleerd.validate.privacy.plain_signs import in_plain_signs


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of a text, and its kind, as the code of a problem."""

    kind: Code
    text: str


MOST_FINDINGS = 100
"""Findings of a kind in one text; more would tell nobody anything new."""

_SIGNS = r"[\d\uff10-\uff19&@\uff20\ufe6b]"
_WORDS = rf"[^a-z](?:{mail_addresses.AT}|ad?|bij)[^a-z]|{birth_dates.YEAR_WORD}"
_A_SIGN, _A_WORD = re.compile(_SIGNS), AnyCase(_WORDS)


def may_hold(text: str) -> bool:
    """Whether a line may hold any of it: without such a sign or word it holds none, and most lines are passed over here."""
    return _A_SIGN.search(text) is not None or _A_WORD.is_in(text)


_DIGITS = re.compile(r"\d(?:[\W_]{0,4}\d){7}")
"""Without eight digits near each other there is no number to test."""

_NUMBERS = {Code.IBAN, Code.CITIZEN_NUMBER, Code.PHONE_NUMBER}

_FINDERS: Mapping[Code, Callable[[str], Iterator[tuple[int, int]]]] = Frozen(
    {
        Code.IBAN: accounts.accounts,
        Code.BIRTH_DATE: birth_dates.birth_dates,
        Code.PHONE_NUMBER: phone_numbers.phone_numbers,
        Code.CITIZEN_NUMBER: citizen_numbers.citizen_numbers,
        Code.PERSONAL_EMAIL: mail_addresses.mail_addresses,
    }
)


def personal_data(text: str) -> Iterator[Found]:
    """The personal data in a text. Part of an account number never counts as a telephone number too."""
    if not may_hold(text):
        return
    plain = in_plain_signs(text)
    left = plain.text
    has_numbers = bool(_DIGITS.search(left))
    for kind, find in _FINDERS.items():
        if has_numbers or kind not in _NUMBERS:
            for start, end in islice(find(left), MOST_FINDINGS):
                yield Found(kind, plain.as_written(start, end))
                left = left[:start] + " " * (end - start) + left[end:]


PATTERNS: Mapping[str, str | tuple[str, ...] | Mapping[str, str]] = Frozen(
    {
        "may-hold": f"{_SIGNS}|{_WORDS}",
        "otherwise": plain_signs.OTHERWISE,
        "named": plain_signs.NAMED,
        "alike": plain_signs.ALIKE,
        "account": accounts.ACCOUNT.pattern,
        "day": birth_dates.DAY,
        "born-on": birth_dates.BORN_ON,
        "was-born": birth_dates.WAS_BORN,
        "thing": birth_dates.A_THING,
        "chat": phone_numbers.CHAT.pattern,
        "address": phone_numbers.ADDRESS.pattern,
        "mobile": phone_numbers.MOBILE.pattern,
        "to-call": phone_numbers.TO_CALL.pattern,
        "stands-free": phone_numbers.STANDS_FREE.pattern,
        "a-day": phone_numbers.A_DAY.pattern,
        "a-picture": phone_numbers.A_PICTURE.pattern,
        "reference": other_numbers.REFERENCE.pattern,
        "other-number": other_numbers.OTHER_NUMBER.pattern,
        "amount": other_numbers.AN_AMOUNT.pattern,
        "nine": citizen_numbers.NINE.pattern,
        "spread": citizen_numbers.SPREAD.pattern,
        "citizen-before": citizen_numbers.SAID_BEFORE.pattern,
        "citizen-after": citizen_numbers.SAID_AFTER.pattern,
        "mail": mail_addresses.MAIL.pattern,
        "spelt-mail": mail_addresses.SPELT.pattern,
        "mail-meant": mail_addresses.IS_MEANT.pattern,
        "mail-hints": mail_addresses.HINTS.pattern,
        "mail-before": mail_addresses.WRITTEN_TO.pattern,
        "of-a-person": mail_addresses.OF_A_PERSON.pattern,
        "functions": tuple(sorted(mail_addresses.FUNCTIONS)),
        "functions-first": tuple(sorted(mail_addresses.FUNCTIONS_FIRST)),
        "function-stems": mail_addresses.STEMS,
    }
)
"""The same expressions for the scripts of the forms."""
