"""Five questions after a meeting, one for each value that learning together can have: a form to fill in and a sheet to print."""

from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.frame_types import Network
from geleerd.model.declarations.item_types import Value
from geleerd.model.frozen import Frozen
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.parts.introductions import Introductions


@dataclass(frozen=True, slots=True)
class ValueQuestion:
    """A question with the value that it asks for, and what somebody could think of."""

    key: str
    value: str
    question: str
    hint: str


@dataclass(frozen=True, slots=True)
class ValueQuestionsView:
    """The view for the template of the five questions."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    questions: tuple[ValueQuestion, ...]
    networks_href: str


def value_questions_page(library: Library, introductions: Introductions) -> Page:
    """The page with the five questions."""
    catalogue, address = library.catalogue, library.addresses.place("value-questions")
    introduction = introductions.at(address)
    title = introduction.title or catalogue.say("value-questions")
    questions = (
        ValueQuestion(key, catalogue.value("value", key), catalogue.say(f"value-{key}"), catalogue.say(f"value-{key}-hint"))
        for key in get_args(Value)
    )
    view = ValueQuestionsView(
        title=title,
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        questions=tuple(questions),
        networks_href=relative(address, library.addresses.index(Network.KEY)),
    )
    return Page(
        address=address,
        title=title,
        description=introduction.description or catalogue.say("value-questions-description"),
        shown=Shown("pages/value-questions.html", Frozen({"page": view})),
        source=introduction.source,
        head=f'<script type="module" src="{relative(address, "assets/scripts/value.js")}"></script>',
        breadcrumbs=view.breadcrumbs,
    )
