"""What the product reads in the front matter of a page that the staff write themselves; the rest is for MkDocs."""

from pydantic import ConfigDict

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.kinds import SitePaths


class StaffPage(Declared):
    """The keys of a page of the staff that are the product's. Other keys are not its business."""

    model_config = ConfigDict(extra="ignore")

    aliases: SitePaths = ()
