"""Telephone numbers of people. A package knows the plans of numbers; ours are the ways in which people write them."""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumberType

from geleerd.validate.privacy.other_numbers import REFERENCE, before

ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
CHAT = re.compile(r"(?:\bwa\.me/|[?&]phone=|\b(?:tel|sms|callto|whatsapp):/{0,2}|#p/)(\+?\d(?:[ ().-]{0,3}\d){8,14})(?!\d)", re.IGNORECASE)
"""A link that calls or writes to a number."""

_GAP = r"[\s().\/_-]{0,4}"
MOBILE = re.compile(
    rf"(?:\(?(?:(?:\+|00\s?)31{_GAP}(?:0{_GAP})?|31[\s-]{{1,3}}|[0o]{_GAP})6[:,;|~]?(?:\s?(?:is|en dan|nummer|nr)\W{{1,2}})?"
    r"|nul[\s-]?(?:zes|6))"
    rf"(?:{_GAP}\d){{8}}(?:(?!\w|\s[1-9]\d(?!\d))|(?=[a-f]{{0,9}}[g-z][a-z]{{1,19}}(?!\w)))"
    r"|(?:31)?6\d{8}(?!\w)",
    re.IGNORECASE,
)
"""A mobile number of the Netherlands in any groups."""

TO_CALL = re.compile(r"app\b|\btel(?:\b|nr|efo)|\bbel(?:\b|len|t\b)|\bmob|\bsms|\bgsm|signal|bereik", re.IGNORECASE)
"""Near a number that lacks its plus or first zero: it is one to call."""

STANDS_FREE = re.compile(r"(?:^|[^\w.,/+#-]|(?:^|\D)[.,/-]|(?:^|\W)[^\W\d_]{3,30})$")
"""At the end of what stands before a number: it begins here, and is no part of a version or another number."""

A_DAY = re.compile(r"\(?\d{1,2}[-/. ]{1,3}\d{1,2}[-/. ]{1,3}(?:19|20)\d\d(?!\d)|0\.\d{6,}")
"""At the beginning of what looks like a number: it is a day, and a time after it; or a fraction."""

A_PICTURE = re.compile(r"\.(?:png|jpe?g|webp|svg)\b", re.IGNORECASE)
"""At the end of the name of a picture."""

_GLUED = re.compile(r"(?<=[^\W\d_]{2})[^\W\d_](?=(?:\+|00|0[1-9])\d)")
_PUBLIC = {PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN}
_MOBILE_DIGITS = re.compile(r"(?:(?:(?:00)?31)?0?6)?[1-58]\d{7}")


def phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where telephone numbers begin and end in a text in plain signs, those of companies and public services apart."""
    for find in (_in_links, _mobile, _as_usual):
        for start, end in find(text):
            yield start, end
            text = _without(text, start, end)
        text = text if find is not _in_links else ADDRESS.sub(lambda found: " " * len(found[0]), text)


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _in_links(text: str) -> Iterator[tuple[int, int]]:
    for found in CHAT.finditer(text):
        digits = re.sub(r"[^\d+]", "", found[1]).replace("+", "00")
        if _is_personal(digits if digits.startswith("0") else f"00{digits}"):
            yield found.span(1)


def _mobile(text: str) -> Iterator[tuple[int, int]]:
    for found in MOBILE.finditer(text):
        if _MOBILE_DIGITS.fullmatch(re.sub(r"\D", "", found[0])) and _is_telephone(text, *found.span()):
            yield found.span()


def _as_usual(text: str) -> Iterator[tuple[int, int]]:
    apart = _GLUED.sub(" ", text)
    for region in ("NL", "BE", "DE"):
        for found in phonenumbers.PhoneNumberMatcher(apart, region):
            if _is_of_a_person(found.number, region) and _is_telephone(text, found.start, found.end):
                yield found.start, found.end


def _is_telephone(text: str, start: int, end: int) -> bool:
    """Whether digits stand by themselves, and are no day and no other number by what stands before them."""
    said = before(text, start)
    if not STANDS_FREE.search(said) or REFERENCE.search(said) or A_DAY.match(text, start) or A_PICTURE.match(text, end):
        return False
    return not text.startswith(("316", "6"), start) or bool(TO_CALL.search(said[-40:]) or TO_CALL.search(text[end : end + 25]))


def _is_personal(digits: str) -> bool:
    try:
        return _is_of_a_person(phonenumbers.parse(digits, "NL"), "NL")
    except phonenumbers.NumberParseException:
        return False


def _is_of_a_person(number: phonenumbers.PhoneNumber, region: str) -> bool:
    kind = phonenumbers.number_type(number)
    return kind not in _PUBLIC and phonenumbers.is_valid_number(number) and (region == "NL" or kind == PhoneNumberType.MOBILE)
