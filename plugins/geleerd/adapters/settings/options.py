"""What an owner can set for the plugin in `mkdocs.yml`, for the build and for the commands alike."""

import re
from urllib.parse import quote

from mkdocs.config import base
from mkdocs.config import config_options as c

from geleerd.contribute.forge import NAMES
from geleerd.locale.catalogue import LANGUAGES, catalogue

_MAILBOX = re.compile(r"[^@\s<>\"',;:?]+@[^@\s<>\"',;:?]+")


class Subscription(c.OptionallyRequired[str]):
    """Where people subscribe to a newsletter: an address of the web or of a mailbox; as a link, once it is validated."""

    def post_validation(self, config: base.Config, key_name: str) -> None:
        """Make a link of it, in words that the language of the site has when it cannot be one."""
        written = config[key_name]
        link = link_of(written) if isinstance(written, str) else None
        if link is None:
            raise base.ValidationError(catalogue(config["language"]).console("newsletter-place", value=str(written)[:200]))
        config[key_name] = link


def link_of(written: str) -> str | None:
    """The link that leads to a place on the web or to a mailbox; None where it cannot be trusted to."""
    written = written.strip()
    if not written or re.match(r"https?://[^/\s]", written, re.IGNORECASE):
        return None if re.search(r"[\s\x00-\x1f]", written) else written
    mailbox = re.sub("^mailto:", "", written, flags=re.IGNORECASE)
    return f"mailto:{quote(mailbox, safe='@+')}" if _MAILBOX.fullmatch(mailbox) else None


class Options(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its own hook untyped
    """The options of the plugin `geleerd`."""

    lessons_dir = c.Type(str, default="lessons")
    """The folder with items, from the folder of `mkdocs.yml`."""

    desk = c.Type(str, default="")
    """The desk's mailbox: where readers and contributors write to. Without it, pages offer no mail."""

    repository = c.Type(str, default="")
    """The page of the repository at the forge, where people propose a change. Without it, only the desk's mailbox is offered."""

    forge = c.Choice(tuple(NAMES), default="github")
    """What kind of forge that is."""

    branch = c.Type(str, default="main")
    """The branch that a change is proposed to."""

    newsletter = Subscription(default="")
    """Where people subscribe to the newsletter: an address of the web or of a mailbox. Without it, no page offers to."""

    cards = c.Type(bool, default=True)
    """Whether every item gets a picture that others show beside a link to it."""

    first_url = c.URL(default="", is_dir=True)
    """Where the site stood first, if it moved to another domain: feeds and calendars go on knowing what people have from them already."""

    language = c.Choice(LANGUAGES, default="nl")
    """The language of the interface, of problems and of the words in addresses."""
