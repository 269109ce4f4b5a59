"""A digest as a draft that a mail program opens, to be finished and sent by a person."""

import hashlib
from email.message import EmailMessage
from email.policy import SMTP

from geleerd.render.newsletter.digest.on_one_line import on_one_line


def digest_message(title: str, text: str, html: str, desk: str) -> bytes:
    """The message (RFC 5322) as text and HTML, from the desk if it has a mailbox. It has no date, since nobody has sent it yet."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = on_one_line(title)
    if desk:
        message["From"] = on_one_line(desk)
    # Outlook and others open such a message as a draft.
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    # Python's own boundary is random. No text can hold a hash of itself, so this one cannot end a part early.
    message.set_boundary(f"geleerd-{hashlib.sha256(f'{text}{html}'.encode()).hexdigest()}"[:64])
    return message.as_bytes()
