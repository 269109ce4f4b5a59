"""Mail addresses of people, not those of functions, however somebody hides them from programs."""

import re
from collections.abc import Iterable, Iterator

from geleerd.validate.privacy.expressions import any_of, words_under
from geleerd.validate.privacy.other_numbers import before

AT, _DOT = (any_of(words_under(key)) for key in ("at", "dot"))
_ENDS = "nl|be|com|org|net|eu|info|frl|example"

MAIL = re.compile(
    r"""(?<![\w.+'@-])(?:[\w.+'-]{1,100}|"[\w.+' -]{1,60}")@(?!\d{1,2}x\.)[\w-]{1,80}(?:\.[\w-]{1,80}){0,9}\.[a-z]{2,20}\b""",
    re.IGNORECASE,
)
"""An address as programs write it; `kaart@2x.png` is a picture."""

SPELT = re.compile(
    r"(?<![\w.+'@-])([\w+'-]{1,40}(?:(?:\.|\s\.\s)[\w+'-]{1,40}){0,5})"
    rf"(\s{{0,2}}@\s{{0,2}}|[\s_-]{{1,2}}(?:{AT})[\s_-]{{1,2}})"
    rf"([\w-]{{1,60}}(?:(?:\s?\.\s?|[\s_-](?:{_DOT})[\s_-])[\w-]{{1,60}}){{0,3}}?)"
    rf"(\s{{0,2}}\.\s?|,|[\s_-](?:{_DOT})[\s_-])(?:{_ENDS})(?!\w|[.-]\w)",
    re.IGNORECASE,
)
"""An address with spaces around its signs, or with words for them: what is before, the at, what is between, the last dot."""

IS_MEANT = re.compile(r"^@\s?$|^\s{1,2}@\s{1,2}$|apenstaart|_|\s-", re.IGNORECASE)
"""What between two words can be nothing but the sign of an address; ` at ` and ` @` can be more."""

HINTS = re.compile(
    rf"[._\d]\w{{0,60}}[\s_-]{{0,2}}(?:@|{AT})|[\s_-](?:{_DOT})[\s_-]"
    r"|(?:gmail|hotmail|outlook|live|icloud|yahoo|proton|protonmail|ziggo|kpnmail|xs4all|planet|hetnet|upcmail)\s?\.",
    re.IGNORECASE,
)
"""What in it shows that it is an address all the same: a name with a dot, a word for the dot, a provider of mail."""

WRITTEN_TO = re.compile(r"\b(?:e-?mail\w{0,12}|mail\w{0,6}|adres)\W{1,3}(?:\w{1,12}\W{1,2}){0,2}$", re.IGNORECASE)
"""At the end of what stands before it: it is an address to write to."""

_GIVEN, _SURNAMES = (any_of(words_under(key)) for key in ("given-names", "surnames"))
OF_A_PERSON = re.compile(
    r"(?:[^\W\d_]\.)+[^\W\d_]{2}|(?:[^\W\d_]+[.-])?vande[nr]|mr\.[^\W\d_]"
    rf"|(?:{_GIVEN})[._-][^\W\d_]|[^\W\d_]+[._-](?:{_SURNAMES})$"
)
"""The beginning of a person's name, whatever follows: `a.van.wijk`, `anja.vandergroep`, `anne.zorg`; or its end: `info.jansen`."""

FUNCTIONS = frozenset(words_under("functions"))
"""Words that mean a function, not a person, wherever they stand before the @: `info`, `noord-info`."""

FUNCTIONS_FIRST = frozenset(words_under("functions-first"))
"""Words that are surnames too, so that they mean a function only at the beginning: `post`, `post.noord`, but not `lieuwe.post`."""

STEMS = words_under("function-stems")
"""Parts of a word before the @ that show that it is a function: `leernetwerk`, `wijkteam`."""


def is_own(address: str, own: Iterable[str]) -> bool:
    """Whether a mail address is one of the owner's mailboxes, which are addresses and whole domains in lower case."""
    domain = address.casefold().rpartition("@")[2]
    return any(mailbox in {address.casefold(), domain} or domain.endswith(f".{mailbox}") for mailbox in own)


def mail_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where mail addresses of people begin and end in a text in plain signs."""
    for found in MAIL.finditer(text):
        if not _is_function(found[0].partition("@")[0]):
            yield found.span()
    for found in SPELT.finditer(MAIL.sub(lambda mail: " " * len(mail[0]), text)):
        if _is_address(found, before(text, found.start())) and not _is_function(re.sub(r"\s", "", found[1])):
            yield found.span()


def _is_address(found: re.Match[str], said: str) -> bool:
    """Whether somebody spelt an address, and the words only look like one no more."""
    return bool(IS_MEANT.search(found[2]) or HINTS.search(found[0]) or WRITTEN_TO.search(said))


def _is_function(mailbox: str) -> bool:
    name = mailbox.partition("+")[0].casefold()
    if OF_A_PERSON.match(name):
        return False
    pieces = [piece for piece in re.split(r"[\W\d_]+", name) if piece]
    if pieces and not FUNCTIONS_FIRST.isdisjoint({pieces[0], "".join(pieces)}):
        return True
    return any(piece in FUNCTIONS or any(stem in piece for stem in STEMS) for piece in (*pieces, "".join(pieces)))
