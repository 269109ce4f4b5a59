"""The ways in which a reader can reply to an item: a small form or a mail, so that nobody needs an account."""

import re
from collections.abc import Iterator

from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import Network
from geleerd.model.documents import ItemEntry
from geleerd.model.urls import mail_link, relative
from geleerd.relate.library import Library

_MAILBOX = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


def ways_back(item: ItemEntry, library: Library, desk: str) -> tuple[Link, ...]:
    """The links to reply: that the reader did the same, a question (to the network, or else the desk), or a correction.

    There are none without a mailbox of the desk.
    """
    if not desk:
        return ()
    question = next(_network_mailboxes(item, library), desk)
    return (
        _did_this_too(item, library),
        _mail("ask-question", question, item, library),
        _mail("something-wrong", desk, item, library),
    )


def _did_this_too(item: ItemEntry, library: Library) -> Link:
    """The link to the form with three questions, with the item filled in."""
    say = library.catalogue.say
    form = relative(library.addresses.entry(item), library.addresses.form("did-this"))
    return Link(say("did-this-too"), f"{form}?l={item.fields.id}", say("did-this-too-why"))


def _mail(key: str, box: str, item: ItemEntry, library: Library) -> Link:
    say = library.catalogue.say
    subject = f"{say(key)}: {item.fields.title} ({library.addresses.permalink(item.fields.id)})"
    return Link(say(key), mail_link(box, subject), say(f"{key}-why"))


def _network_mailboxes(item: ItemEntry, library: Library) -> Iterator[str]:
    for slug in item.fields.networks:
        fields = library.collection.frame["network"][slug].fields
        if isinstance(fields, Network) and fields.contact and (found := _MAILBOX.search(fields.contact)):
            yield found[0]
