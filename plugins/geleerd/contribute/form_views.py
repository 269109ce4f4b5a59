"""The views for the templates with forms, and the values that their pages are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from geleerd.contribute.question_groups import QuestionGroup
from geleerd.model.artefacts import Link
from geleerd.model.strings import Address


@dataclass(frozen=True, slots=True)
class FormLink:
    """A link to a form."""

    type: str
    name: str
    what: str
    href: str


@dataclass(frozen=True, slots=True)
class Routes:
    """The actions at the end of a form: a preview, sending to the desk or the forge, and a text if there is neither."""

    preview: bool
    desk: bool
    forge: bool
    neither: bool


@dataclass(frozen=True, slots=True)
class FormView:
    """The view for a template with a form. `data` is for its script, as JSON that cannot end a script element.

    `newsletter` is the link to the page on which the staff make one; `waiting` are those to what waits at the forge.
    """

    title: str
    lead: str
    type: str
    breadcrumbs: tuple[Link, ...]
    words: Mapping[str, str]
    groups: tuple[QuestionGroup, ...]
    ways: tuple[FormLink, ...]
    conditions: tuple[str, ...]
    for_desk: bool
    has_body: bool
    routes: Routes
    mailbox: str
    forge: str
    newsletter: str
    item_types: tuple[str, ...]
    data: Markup
    waiting: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FormPage:
    """The values that differ between pages with forms. `template` names the template and script, `key` the description.

    `data` is the input of the script as JSON; a page without data needs no script.
    """

    template: str
    address: Address
    title: str
    lead: str
    type_key: str = ""
    groups: tuple[QuestionGroup, ...] = ()
    ways: tuple[FormLink, ...] = ()
    conditions: tuple[str, ...] = ()
    data: Markup = field(default_factory=Markup)
    key: str = "fill"
    for_desk: bool = False
