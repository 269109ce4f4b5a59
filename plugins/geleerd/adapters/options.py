"""What an owner can set for the plugin in `mkdocs.yml`, for the build and for the commands alike."""

from mkdocs.config import base
from mkdocs.config import config_options as c

from geleerd.contribute.forge import NAMES
from geleerd.locale.catalogue import LANGUAGES


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

    language = c.Choice(LANGUAGES, default="nl")
    """The language of the interface, of problems and of the words in addresses."""
