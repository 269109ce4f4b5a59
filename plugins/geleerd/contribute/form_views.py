"""What the templates with forms show, and what their pages are made from."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from geleerd.contribute.question_groups import QuestionGroup
from geleerd.model.artefacts import Link
from geleerd.model.strings import Address


@dataclass(frozen=True, slots=True)
class FormLink:
    """A form to choose."""

    type: str
    name: str
    what: str
    href: str


@dataclass(frozen=True, slots=True)
class Routes:
    """What a page with a form offers at its end: a preview, the ways to the desk and to the forge, or neither, and clearing it all."""

    preview: bool
    desk: bool
    forge: bool
    neither: bool
    clear: bool


@dataclass(frozen=True, slots=True)
class FormView:
    """Everything that a template with a form shows. `data` is for its script, as JSON that cannot end a script element.

    `newsletter` leads to where the staff make one.
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
    minutes: str
    routes: Routes
    mailbox: str
    forge: str
    newsletter: str
    data: Markup


@dataclass(frozen=True, slots=True)
class FormPage:
    """What makes one page with a form different from another. `template` names its template and script, `key` its description.

    `data` is what the script knows; a page without it needs no script.
    """

    template: str
    address: Address
    title: str
    lead: str
    type_key: str = ""
    groups: tuple[QuestionGroup, ...] = ()
    ways: tuple[FormLink, ...] = ()
    conditions: tuple[str, ...] = ()
    data: Mapping[str, object] | None = None
    key: str = "fill"
    for_desk: bool = False
