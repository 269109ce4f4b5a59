"""The keys that the product reads in the front matter of a staff page; the other keys are for MkDocs."""

from pydantic import ConfigDict

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.kinds import SitePaths


class StaffPage(Declared):
    """The keys of a staff page that the product reads. It ignores other keys."""

    model_config = ConfigDict(extra="ignore")

    aliases: SitePaths = ()
