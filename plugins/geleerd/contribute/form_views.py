"""The views for the templates with forms, and the values that their pages are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from markupsafe import Markup

from geleerd.contribute.question_groups import QuestionGroup
from geleerd.contribute.questions import Option, Question
from geleerd.model.artefacts import Link
from geleerd.model.problem_codes import Code
from geleerd.model.strings import Address

CHECKED = (
    Code.MISSING_KEY,
    Code.MISSING_FIELD,
    Code.STILL_MISSING,
    Code.EMPTY_DRAFT,
    Code.TOO_SHORT,
    Code.TOO_LONG,
    Code.LINE_TOO_LONG,
    Code.BODY_TOO_COMPLEX,
    Code.TOO_MANY,
    Code.REPEATED_VALUE,
    Code.EXPECTED_NUMBER,
    Code.NUMBER_TOO_SMALL,
    Code.BAD_CHOICE,
    Code.BAD_DATE,
    Code.BAD_DAY,
    Code.BAD_MOMENT,
    Code.BAD_ID,
    Code.BAD_URL,
    Code.BAD_PATH,
    Code.BAD_TAG,
    Code.BAD_LICENSE,
    Code.BAD_LANGUAGE,
    Code.BAD_SLUG,
    Code.NAME_WITHOUT_CONSENT,
    Code.MIN_ABOVE_MAX,
    Code.MINUTES_OUTSIDE,
    Code.STEPS_EXCEED_DURATION,
    Code.ONE_OF_FILE_URL,
    Code.NOT_A_PHOTOGRAPH,
    Code.ONLY_WHEN_WITHDRAWN,
    Code.ONLY_WHEN_SUPERSEDED,
    Code.SUPERSEDED_WITHOUT_ID,
    Code.UNKNOWN_EDITORIAL,
    Code.STRUCK_UNNAMED,
    Code.ENDS_BEFORE_START,
    Code.SKIPPED_MOMENT,
    Code.REPEATED_MEETING,
    Code.UNKNOWN_REFERENCE,
    Code.CITIZEN_NUMBER,
    Code.PHONE_NUMBER,
    Code.PERSONAL_EMAIL,
    Code.BIRTH_DATE,
    Code.IBAN,
)
"""The problems that a form finds by itself; the others need the whole knowledge base, or cannot happen in a form."""


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


_READ_ON_THE_PAGE = frozenset({"ask", "example", "desk", "as_text"})
"""What of a question stands on the page already, or has done its work when the page is there."""


def in_short(questions: tuple[Question, ...]) -> dict[str, object]:
    """The questions for the script of a form, each with what is not usual alone, and the choices that more questions have once."""
    choices: dict[str, list[tuple[str, str]]] = {}
    return {"inputs": [_told(question, choices) for question in questions], "choices": choices}


def _told(question: Question, choices: dict[str, list[tuple[str, str]]]) -> dict[str, object]:
    parts = [_told(part, choices) for part in question.parts]
    offered = _told_choices(question.choices)
    if question.target and offered == choices.setdefault(question.target, offered):
        offered = []
    told = {each.name: getattr(question, each.name) for each in fields(question) if each.name not in _READ_ON_THE_PAGE}
    told |= {"parts": parts, "choices": offered}
    return {name: value for name, value in told.items() if value not in ("", (), []) and value is not None and value is not False}


def _told_choices(options: tuple[Option, ...]) -> list[tuple[str, str]]:
    return [(option.value, option.name) for option in options]
