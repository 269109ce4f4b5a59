"""Numbers of accounts: the country decides the length, the check digits decide whether it is one."""

import re
from collections.abc import Iterator

from stdnum import iban

ACCOUNT = re.compile(
    r"(?:\b|(?<=iban)|(?<=rekening)|(?<=nummer)|(?<=nr))"
    r"[a-z]{2}[ ._/-]{0,2}\d ?\d(?=[ ._/-]{0,2}[a-z0-9])",
    re.IGNORECASE,
)
SHORTEST, LONGEST = 14, 34
_NEXT = re.compile(r"[ ._/-]{0,2}[A-Za-z0-9]")
_DUTCH = re.compile(r"NL\d\d[A-Z]{4}\d{10}", re.IGNORECASE)


def accounts(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of accounts begin and end in a text in plain signs."""
    for found in ACCOUNT.finditer(text):
        if end := _account_at(text[found.start() : found.start() + 3 * LONGEST]):
            yield found.start(), found.start() + end


def _account_at(text: str) -> int:
    """Where the account number at the beginning of a text ends; 0 when there is none."""
    plain, end = "", 0
    while len(plain) < LONGEST and (following := _NEXT.match(text, end)):
        end = following.end()
        plain += text[end - 1]
        if len(plain) > SHORTEST and _is_account(plain) and _ends(plain, text[end : end + 1]):
            return end
    return 0


def _is_account(text: str) -> bool:
    """Whether a text is an account number, by its length and checksum. Lists of banks go out of date, so they are not used."""
    return bool(iban.is_valid(text, check_country=False))


def _ends(plain: str, following: str) -> bool:
    """Whether the number is whole. A Dutch one always ends in a digit, so that a word may be glued to it."""
    return not following.isalnum() or (bool(_DUTCH.fullmatch(plain)) and not following.isdigit())
