"""Personal data in texts: an error for each, unless somebody wrote down why it may stay."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping

from geleerd.model.documents import Document, ItemEntry
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.validate.document_texts import asides_of, body_lines, values_of
from geleerd.validate.privacy.mail_addresses import is_own
from geleerd.validate.privacy.personal_data import Found, personal_data

UNREAD = {"id", "reviewed", "aliases", "superseded_by"}
"""Keys without running text, and `reviewed` itself."""


def private(document: Document, own_mailboxes: Collection[str] = ()) -> Iterator[Problem]:
    """A problem for each kind of personal data on a line of a front matter and a body.

    Its sentence does not repeat the data, since logs are public; so two of a kind on one line, as a link and its text, are one problem.
    Comments in a front matter count too: no page shows them, but everybody can read them in the file and its history.
    """
    reviewed = set(reviewed_texts(document))
    in_values = tuple(_found(values_of(document, UNREAD)))
    told = {found.text for _, found in in_values}
    in_asides = ((place, found) for place, found in _found(asides_of(document)) if found.text not in told)
    everything = (*in_values, *in_asides, *_found(body_lines(document)))
    yield from dict.fromkeys(
        Problem(place, found.kind)
        for place, found in everything
        if not (found.text.strip() in reviewed or (found.kind is Code.PERSONAL_EMAIL and is_own(found.text, own_mailboxes)))
    )


def consent_to_come(item: ItemEntry, today: datetime.date) -> Iterator[Problem]:
    """A problem for every name, and for a photograph, whose date of consent is in the future."""
    image = item.fields.image
    if image and image.consent.first_day > today:
        yield Problem(item.document.place(("image", "consent")), Code.CONSENT_TO_COME)
    for number, author in enumerate(item.fields.authors):
        if author.name and author.consent and author.consent.first_day > today:
            yield Problem(item.document.place(("authors", number, "consent")), Code.CONSENT_TO_COME)


def reviewed_texts(document: Document) -> Iterator[str]:
    """The words that look like personal data and that somebody allowed, with a reason."""
    exceptions = (document.tree or {}).get("reviewed")
    for exception in exceptions if isinstance(exceptions, list) else ():
        if isinstance(exception, Mapping) and exception.get("reason"):
            yield str(exception.get("text")).strip()


def _found(texts: Iterable[tuple[Place, str]]) -> Iterator[tuple[Place, Found]]:
    for place, text in texts:
        yield from ((place, found) for found in personal_data(text))
