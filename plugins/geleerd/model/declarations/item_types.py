"""The six types of knowledge item and their fields: the one place where they are declared.

The order of the fields is the order in which people meet them. Labels and help stand in the catalogues under the same keys.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.kinds import (
    AnyDate,
    Day,
    Identifier,
    LanguageTag,
    License,
    Line,
    Lines,
    SitePaths,
    Slugs,
    Summary,
    Tags,
    Text,
    Texts,
    Title,
)
from geleerd.model.declarations.marks import Core, Desk, Facet, InShort, RefersTo, ToPublish
from geleerd.model.declarations.part_types import (
    Action,
    Advice,
    Application,
    Attachment,
    Author,
    Context,
    Duration,
    GroupSize,
    PartialAnswer,
    Photograph,
    QuestionState,
    Quote,
    Relation,
    Reviewed,
    Setting,
    Source,
    Step,
    StoryStep,
    Strike,
    Turn,
)
from geleerd.model.strings import SLUG_PATTERN

MOST_QUESTIONS = 8
"""Questions that an item says it answers; more would be a list of words."""

Status = Literal["draft", "published", "superseded", "withdrawn"]
Evidence = Literal["unreported", "idea", "tried", "repeated", "confirmed-elsewhere"]
Phase = Literal["meet", "observe-reflect", "plan-action", "close", "between-meetings"]
Value = Literal["immediate", "potential", "applied", "realised", "transformative"]


class Item(Declared):
    """The fields that every knowledge item has. A draft needs only `id` and `type`; `ToPublish` marks those that a published item needs.

    `COLOUR` is the colour of the type in the picture to share: a token in `tokens.css`, or a colour such as `#1d6042`. `SCHEMA_ORG` is the
    type's name at schema.org.
    """

    KEY: ClassVar[str]
    COLOUR: ClassVar[str] = "accent"
    SCHEMA_ORG: ClassVar[tuple[str, ...]] = ("CreativeWork",)
    TAKES_EVIDENCE: ClassVar[bool] = True

    id: Annotated[Identifier, Desk()]
    type: Annotated[str, Desk(), Facet("type", 1)]
    title: Annotated[Title | None, ToPublish()] = None
    summary: Annotated[Summary | None, ToPublish()] = None
    date: Annotated[Day | None, ToPublish(), Facet("year", 8, boxed=False), Desk()] = None
    happened: AnyDate | None = None
    networks: Annotated[Slugs, RefersTo("network"), Facet("network", 3)] = ()
    themes: Annotated[Slugs, RefersTo("theme"), Facet("theme", 2), ToPublish(), Field(max_length=4)] = ()
    tags: Annotated[Tags, Facet("tag", 7, boxed=False)] = ()
    questions: Annotated[Lines, Field(max_length=MOST_QUESTIONS), Desk()] = ()
    for_: Annotated[Slugs, RefersTo("for"), Facet("for", 4), Field(alias="for")] = ()
    about: Annotated[Slugs, RefersTo("about"), Facet("about", 5)] = ()
    region: Line | None = None
    status: Annotated[Status, Desk()] = "published"
    superseded_by: Annotated[Line | None, RefersTo("item"), Desk()] = None
    withdrawn_on: Annotated[AnyDate | None, Desk()] = None
    reason: Annotated[Text | None, Desk()] = None
    authors: tuple[Author, ...] = ()
    evidence: Annotated[Evidence | None, Facet("evidence", 9, boxed=False)] = None
    value: Annotated[tuple[Value, ...], Desk()] = ()
    success_factors: Annotated[Slugs, RefersTo("success-factor"), Desk()] = ()
    applied_by: Annotated[tuple[Application, ...], Desk()] = ()
    attachments: Annotated[tuple[Attachment, ...], Desk()] = ()
    image: Annotated[Photograph | None, Desk()] = None
    relations: Annotated[tuple[Relation, ...], Desk()] = ()
    built_on: Annotated[Slugs, RefersTo("item"), Desk()] = ()
    quotes: Annotated[tuple[Quote, ...], Desk()] = ()
    sources: Annotated[tuple[Source, ...], InShort("source", pattern=SLUG_PATTERN), ToPublish()] = ()
    editorial: Annotated[tuple[Line, ...], Desk()] = ()
    reviewed: Annotated[tuple[Reviewed, ...], Desk()] = ()
    license: Annotated[License, Desk()] = "CC-BY-4.0"
    review_by: Annotated[AnyDate | None, Desk()] = None
    aliases: Annotated[SitePaths, Desk()] = ()
    language: Annotated[LanguageTag | None, Desk()] = None

    @property
    def shown_drawing(self) -> str:
        """The name of the drawing that readers see beside it; empty for an item without."""
        return ""


class Lesson(Item):
    """What was learned, and what a reader can do with it tomorrow."""

    KEY = "lesson"
    COLOUR = "lesson"
    SCHEMA_ORG = ("LearningResource",)

    type: Literal["lesson"]
    insight: Annotated[Text | None, ToPublish(), Core()] = None
    recommendation: Annotated[tuple[Advice, ...], InShort("text", alone=True), ToPublish(), Core()] = ()
    driving_event: Text | None = None
    context: Context | None = None
    conditions: Texts = ()
    fails_when: Texts = ()


class Tip(Item):
    """One piece of advice; its title is the advice itself."""

    KEY = "tip"
    COLOUR = "tip"
    SCHEMA_ORG = ("LearningResource",)

    type: Literal["tip"]
    when: Annotated[Text | None, Core()] = None


class BrilliantFailure(Item):
    """A well-meant attempt that missed its goal, and what it taught."""

    KEY = "brilliant-failure"
    COLOUR = "brilliant-failure"
    SCHEMA_ORG = ("Article",)
    TAKES_EVIDENCE = False

    type: Literal["brilliant-failure"]
    intention: Annotated[Text | None, ToPublish(), Core()] = None
    approach: Annotated[Text | None, ToPublish(), Core()] = None
    result: Annotated[Text | None, ToPublish(), Core()] = None
    unexpected: Text | None = None
    lessons: Annotated[Texts, ToPublish(), Core()] = ()
    by_catch: Text | None = None
    next_time: Annotated[Text | None, Core()] = None
    patterns: Annotated[Slugs, RefersTo("failure-pattern"), ToPublish(), Field(max_length=3)] = ()
    struck: Annotated[tuple[Strike, ...], Desk()] = ()

    def steps_of(self, pattern: str) -> tuple[StoryStep, ...]:
        """The steps at which a pattern struck here, each once; empty where the story does not tell."""
        return tuple(dict.fromkeys(strike.step for strike in self.struck if strike.pattern == pattern))


class WorkFormat(Item):
    """A way to spend part of a meeting together, that a facilitator can carry out from the page."""

    KEY = "work-format"
    COLOUR = "work-format"
    SCHEMA_ORG = ("HowTo",)

    type: Literal["work-format"]
    goal: Annotated[Text | None, ToPublish(), Core()] = None
    phase: Annotated[Phase | None, ToPublish(), Facet("phase", 13)] = None
    duration: Annotated[Duration | None, ToPublish(), Facet("minutes", 10)] = None
    group_size: Annotated[GroupSize | None, ToPublish(), Facet("people", 11)] = None
    setting: Annotated[tuple[Setting, ...], ToPublish(), Facet("setting", 12)] = ()
    space: Text | None = None
    materials: Texts = ()
    invitation: Text | None = None
    steps: Annotated[tuple[Step, ...], ToPublish()] = ()
    pitfalls: Texts = ()
    variations: Texts = ()
    accessibility: Text | None = None
    drawing: Annotated[Line | None, RefersTo("drawing"), Desk()] = None

    @property
    def shown_drawing(self) -> str:
        """Its own drawing, or else that of its moment."""
        return self.drawing or self.phase or ""


class Example(Item):
    """How something was done in practice, and what came of it."""

    KEY = "example"
    COLOUR = "example"
    SCHEMA_ORG = ("Article",)

    type: Literal["example"]
    driving_event: Text | None = None
    approach: Annotated[Text | None, ToPublish(), Core()] = None
    result: Annotated[Text | None, ToPublish(), Core()] = None
    transferable: Annotated[Text | None, Core()] = None


class LearningQuestion(Item):
    """What a network wants to find out, in public."""

    KEY = "learning-question"
    COLOUR = "learning-question"
    SCHEMA_ORG = ("LearningResource", "Question")

    type: Literal["learning-question"]
    state: Annotated[QuestionState | None, ToPublish()] = None
    goal: Annotated[Text | None, Core()] = None
    obstacle: Annotated[Text | None, Core()] = None
    answer: Annotated[Text | None, Core(), Desk()] = None
    so_far: Annotated[tuple[PartialAnswer, ...], Desk()] = ()
    actions: tuple[Action, ...] = ()
    history: tuple[Turn, ...] = ()


ITEM_TYPES: tuple[type[Item], ...] = (Lesson, Tip, BrilliantFailure, WorkFormat, Example, LearningQuestion)
"""The types of item of the package, in the order in which readers meet them."""
