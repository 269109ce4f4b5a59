"""Checks the options of an owner against their declaration, for MkDocs and for the commands."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints
from urllib.parse import quote, urlsplit, urlunsplit

from geleerd.adapters.settings.look import look_from
from geleerd.adapters.settings.other_bases import other_bases
from geleerd.locale.catalogue import LANGUAGES, catalogue
from geleerd.model.frozen import Frozen
from geleerd.model.settings import (
    DEFAULT_LANGUAGE,
    SCHEMA,
    Mailboxes,
    Options,
    OtherBases,
    OwnLook,
    PolicySources,
    SchemaVersion,
    SiteAddress,
    SiteLanguage,
    SubscriptionPlace,
    WordsToFill,
)
from geleerd.written.policy.directives import DIRECTIVES, is_keyword, is_source

_MAILBOX = re.compile(r"[^@\s<>\"',;:?]+@[^@\s<>\"',;:?]+")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")


class WrongOptionError(Exception):
    """An option has an invalid value. `option` is its name; the message says why."""

    def __init__(self, option: str, why: str) -> None:
        super().__init__(why)
        self.option = option


def options_from(written: Mapping[str, object]) -> Options:
    """The options with the owner's values; an option without a value has its default.

    Names that are no option are passed over. Raises `WrongOptionError` for the first option with a wrong value.
    """
    kinds = get_type_hints(Options, include_extras=True)
    read: dict[str, Any] = {}
    # Options are refused in the language of the site, so the language must be checked before the others.
    for option in sorted(fields(Options), key=lambda option: _mark(kinds[option.name]) is not SiteLanguage):
        value = written.get(option.name)
        try:
            read[option.name] = _read(option.default if value is None else value, kinds[option.name], read)
        except ValueError as refusal:
            raise WrongOptionError(option.name, str(refusal)) from None
    return Options(**read)


def _mark(kind: object) -> object:
    """The mark of an annotated type; None for a type without one."""
    return get_args(kind)[1] if get_origin(kind) is Annotated else None


def _read(value: object, kind: type, others: Mapping[str, Any]) -> object:
    """The value of an option of this kind. Raises `ValueError` with the sentence that says why the value is invalid."""
    if read_marked := _MARKED.get(_mark(kind)):
        return read_marked(value, others.get("language", DEFAULT_LANGUAGE))
    if get_origin(kind) is Literal:
        return _choice(value, get_args(kind), others["language"])
    if not isinstance(value, kind):
        words = catalogue(others["language"])
        wanted = words.console("option-flag" if kind is bool else "option-text" if kind is str else "option-other")
        raise ValueError(words.console("option-kind", value=_shown(value), wanted=wanted))  # noqa: TRY004  # as all that an option is refused for
    return value


def _choice(value: object, choices: tuple[object, ...], language: str) -> object:
    if value not in choices:
        raise ValueError(catalogue(language).console("option-choice", value=_shown(value), choices=", ".join(map(str, choices))))
    return value


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)[:80]


def web_address(value: object, language: str) -> str:
    """An address on the web; an empty text for none. Raises `ValueError`."""
    words = catalogue(language)
    if not isinstance(value, str):
        raise ValueError(words.console("option-kind", value=_shown(value), wanted=words.console("option-text")))  # noqa: TRY004  # as all that an option is refused for
    if value and not re.fullmatch(r"https?://[^\s<>\"'\\/]+(?:/[^\s<>\"'\\]*)?", value, re.IGNORECASE):
        raise ValueError(words.console("option-address", value=_shown(value)))
    return value


def site_address(value: object, language: str) -> str:
    """The address of a whole site, which ends in a slash; an empty text for none. Raises `ValueError`."""
    parts = urlsplit(web_address(value, language))
    return urlunsplit(parts if not value or parts.path.endswith("/") else parts._replace(path=f"{parts.path}/"))


def _subscription(written: str, language: str) -> str:
    link = subscription_link(written)
    if link is None:
        raise ValueError(catalogue(language).console("newsletter-place", value=written[:200]))
    return link


def _mailboxes(value: object, language: str) -> tuple[str, ...]:
    listed = value if isinstance(value, (list, tuple)) else [value]
    mailboxes = [str(each).strip().casefold().removeprefix("mailto:").removeprefix("*").removeprefix("@") for each in listed]
    for written, mailbox in zip(listed, mailboxes, strict=True):
        if not (_MAILBOX.fullmatch(mailbox) or _DOMAIN.fullmatch(mailbox)):
            raise ValueError(catalogue(language).console("own-mailboxes", value=str(written)[:200]))
    return tuple(mailboxes)


def _policy(value: object, language: str) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, Mapping):
        raise ValueError(catalogue(language).console("policy-form"))  # noqa: TRY004  # as all that an option is refused for
    return Frozen({str(name): _sources(str(name), written, language) for name, written in value.items()})


def _sources(directive: str, written: object, language: str) -> tuple[str, ...]:
    words = catalogue(language)
    if directive not in DIRECTIVES:
        raise ValueError(words.console("policy-directive", value=directive[:80], choices=", ".join(sorted(DIRECTIVES))))
    if written is None:
        raise ValueError(words.console("policy-empty", directive=directive))
    sources = tuple(map(str, written if isinstance(written, (list, tuple)) else str(written).split()))
    for source in sources:
        if is_keyword(f"'{source}'"):
            raise ValueError(words.console("policy-quotes", value=source, directive=directive))
        if not is_source(source):
            raise ValueError(words.console("policy-source", value=source[:200], directive=directive))
    return sources


def _words_to_fill(value: object, language: str) -> Mapping[str, str]:
    words = catalogue(language)
    if not isinstance(value, Mapping):
        raise ValueError(words.console("fill-form"))  # noqa: TRY004  # as all that an option is refused for
    told = {str(name): "" if text is None else str(text).strip() for name, text in value.items()}
    for name, text in told.items():
        if not re.fullmatch(r"[A-Za-z]\w*", name) or "\n" in text:
            raise ValueError(words.console("fill-name", value=name[:80]))
    return Frozen(told)


def _schema(value: object, language: str) -> int:
    words = catalogue(language)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(words.console("option-kind", value=_shown(value), wanted=words.console("option-number")))
    if value > SCHEMA:
        raise ValueError(words.console("schema-newer", value=value, known=SCHEMA))
    return value


_MARKED: Mapping[object, Callable[[object, str], object]] = {
    Mailboxes: _mailboxes,
    OtherBases: other_bases,
    OwnLook: look_from,
    PolicySources: _policy,
    SchemaVersion: _schema,
    SiteAddress: site_address,
    SiteLanguage: lambda value, language: _choice(value, LANGUAGES, language),
    WordsToFill: _words_to_fill,
    SubscriptionPlace: lambda value, language: _subscription(str(value), language),
}
"""What reads an option with this mark, in the language of the site."""


def subscription_link(written: str) -> str | None:
    """The link to a web or mail address; None for a text that is not certain to be one."""
    written = written.strip()
    if not written or re.match(r"https?://[^/\s]", written, re.IGNORECASE):
        return None if re.search(r"[\s\x00-\x1f]", written) else written
    mailbox = re.sub("^mailto:", "", written, flags=re.IGNORECASE)
    return f"mailto:{quote(mailbox, safe='@+')}" if _MAILBOX.fullmatch(mailbox) else None
