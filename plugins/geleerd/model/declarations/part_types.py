"""The smaller declarations: the values of fields that have keys of their own."""

from typing import Annotated, Literal

from pydantic import Field

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.kinds import AnyDate, Count, Flag, Line, Moment, Points, SitePage, Slugs, Text, Url
from geleerd.model.declarations.marks import Desk, RefersTo, Unless
from geleerd.model.strings import slug_from

Setting = Literal["in-person", "online", "hybrid"]
QuestionState = Literal["open", "in-progress", "answered", "let-go"]
StoryStep = Literal["intention", "approach", "result"]

ANY_SIZE = 10**6
"""More people than any group has."""


class Author(Declared):
    """Who contributed: a role and an organisation; a name only with the date on which that person agreed."""

    role: Line | None = None
    organisation: Line | None = None
    name: Annotated[Line | None, Desk()] = None
    consent: Annotated[AnyDate | None, Desk()] = None


class Application(Declared):
    """One place where others used the item, and what the result was."""

    who: Line
    date: AnyDate | None = None
    result: Text | None = None


class Attachment(Declared):
    """A document beside the item (`file`) or elsewhere (`url`); exactly one of the two."""

    title: Line
    file: Line | None = None
    url: Url | None = None


class Photograph(Declared):
    """A photograph beside the item: what it shows, for who does not see it, who made it, and since when those in it agree."""

    file: Line
    alt: Line
    credit: Line
    consent: AnyDate


class Source(Declared):
    """Where a statement comes from: an entry of the list of sources (`source`), or else a title of its own; `where` is the place in it."""

    title: Annotated[Line | None, Unless("source")] = None
    url: Url | None = None
    date: AnyDate | None = None
    source: Annotated[Line | None, RefersTo("source"), Desk()] = None
    where: Annotated[Line | None, Desk()] = None


class Quote(Declared):
    """Words that somebody said, exactly as a source has them; who said them is a role, never a name."""

    text: Line
    role: Line | None = None
    source: Annotated[Line | None, RefersTo("source")] = None


class Advice(Declared):
    """What a reader can do; `for` says in a few words for which readers, when it is not for all."""

    for_: Annotated[Line | None, Desk(), Field(alias="for")] = None
    text: Text


class PartialAnswer(Declared):
    """What another item has found so far of the answer to a learning question."""

    id: Annotated[Line, RefersTo("item")]
    note: Text | None = None


class GuideStep(Declared):
    """A step of a start path: a sentence, and the item (`id`) or the page of the site (`address`) that helps with it."""

    text: Text
    id: Annotated[Line | None, RefersTo("item"), Desk()] = None
    address: Annotated[SitePage | None, Desk()] = None


class Reviewed(Declared):
    """Words that look like personal data, and the reason why they may be public."""

    text: Line
    reason: Line


class Relation(Declared):
    """A typed link to another item; the note says why, and the pages of both items show it."""

    type: Literal["applies", "supports", "contradicts", "follows-up", "answers"]
    id: Annotated[Line, RefersTo("item")]
    note: Text | None = None


class Context(Declared):
    """In which circumstances something was learned."""

    setting: Text | None = None
    scale: Text | None = None


class Duration(Declared):
    """How long a work format takes; `estimated` when no source states it."""

    min: Count | None = None
    max: Count | None = None
    unit: Literal["minutes", "hours", "days", "ongoing"] = "minutes"
    estimated: Annotated[Flag, Desk()] = False

    @property
    def span(self) -> tuple[int, int] | None:
        """The shortest and the longest time in minutes; None when nobody gave a number, or it never ends."""
        shortest, longest = self.min or self.max, self.max or self.min
        minutes = {"minutes": 1, "hours": 60, "days": 24 * 60}.get(self.unit)
        return (shortest * minutes, longest * minutes) if shortest and longest and minutes else None


class GroupSize(Declared):
    """For how many people a work format is meant; `estimated` when no source states it."""

    min: Count | None = None
    max: Count | None = None
    estimated: Annotated[Flag, Desk()] = False

    @property
    def span(self) -> tuple[int, int] | None:
        """The fewest and the most people; None when nobody gave a number."""
        return (self.min or 1, self.max or ANY_SIZE) if self.min or self.max else None


class Step(Declared):
    """One step of a work format; `minutes` count towards its duration, and `min` and `max` say how much shorter or longer it can be."""

    title: Line
    minutes: Count | None = None
    min: Annotated[Count | None, Desk()] = None
    max: Annotated[Count | None, Desk()] = None
    instruction: Text | None = None
    grouping: Literal["plenary", "individual", "pairs", "small-groups"] | None = None


class Action(Declared):
    """What is being done about a learning question: the role that does it, the date by which it is done, and its state.

    `done` is when it was done: it leaves the learning agenda then, and stays in its archive.
    """

    what: Text
    role: Line | None = None
    due: AnyDate | None = None
    state: Line | None = None
    done: AnyDate | None = None


class Strike(Declared):
    """The step of a story at which a failure pattern struck, as far as the story tells; else the usual one counts."""

    pattern: Annotated[Line, RefersTo("failure-pattern")]
    step: StoryStep


class Turn(Declared):
    """The state and the words of a learning question at a date; `answers` are the items that gave something of an answer then."""

    date: AnyDate
    state: QuestionState | None = None
    wording: Text | None = None
    answers: Annotated[Slugs, RefersTo("item"), Desk()] = ()


class Member(Declared):
    """An organisation or project in a network that a source names."""

    name: Line
    kind: Line | None = None
    region: Line | None = None
    url: Url | None = None


class MembersTotal(Declared):
    """How many members a source counts, whether or not it names them."""

    value: Line
    source: Line | None = None


class Join(Declared):
    """Whether others can join a network, and how."""

    open: Flag | None = None
    how: Text | None = None
    url: Url | None = None


class Fact(Declared):
    """A figure or fact with its date and source."""

    label: Line
    value: Line
    as_of: AnyDate | None = None
    source: Line | None = None


class Meeting(Declared):
    """A meeting of a network. `start` and `end` are days, with or without a time; `discussed` are its learning questions."""

    id: Line
    start: Moment
    end: Moment | None = None
    title: Line | None = None
    place: Line | None = None
    setting: Setting | None = None
    agenda: Points = ()
    tasks: Points = ()
    discussed: Annotated[Slugs, RefersTo("item")] = ()

    @property
    def slug(self) -> str:
        """The id as a slug, for use as an anchor."""
        return slug_from(self.id) or "-".join(self.id.split())


class Influence(Declared):
    """The statement of a source that one success factor strengthens or weakens another."""

    slug: Annotated[Line, RefersTo("success-factor")]
    source: Line | None = None


class Term(Declared):
    """A term of the glossary: its meaning, and other words by which people look for it.

    No page shows a term without a `meaning`: it only tells the search which words mean the same.
    """

    term: Line | None = None
    abbreviation: Line | None = None
    meaning: Text | None = None
    synonyms: tuple[Line, ...] = ()

    @property
    def anchor(self) -> str:
        """The anchor of the term on the page of the glossary."""
        return slug_from(self.term or self.abbreviation or "")


class Choice(Declared):
    """One entry of a list that the programme staff keep, such as the roles that an item is for."""

    slug: Line
    name: Line
    description: Text | None = None
