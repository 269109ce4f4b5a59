"""The seven frame types and their fields: the entries that programme staff keep and items refer to. Declared here and nowhere else."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.kinds import AnyDate, Count, Day, Flag, License, Line, Lines, SitePaths, Slugs, Text, Texts, Url
from geleerd.model.declarations.marks import Facet, InShort, Margin, Parent, PassesOn, RefersTo, ToPublish
from geleerd.model.declarations.part_types import (
    Fact,
    GuideStep,
    Influence,
    Join,
    Meeting,
    Member,
    MembersTotal,
    Quote,
    Setting,
    Source,
    StoryStep,
)
from geleerd.model.limits import MOST_ENTRIES
from geleerd.model.strings import SLUG_PATTERN


class FrameEntry(Declared):
    """The fields that every frame entry has.

    `FOLDER` is its folder under `content/`, which every language knows beside its own; `LIST` is what a list of them is called in the API
    and, with `-here`, in the catalogues. `FOLLOWED`: each entry has feeds, and in the API every item names the entries that it belongs to.
    `DECK`: the work formats of an entry can be printed together. `FIGURE` is the place, counted from 1, of this type's figure (how many
    items belong to each entry) among the figures; 0 for a type without one. `LISTED`: all entries stand in one list,
    `content/<FOLDER>.yml`, and the `id` of an entry is its slug.
    """

    KEY: ClassVar[str]
    FOLDER: ClassVar[str]
    LIST: ClassVar[str]
    FOLLOWED: ClassVar[bool] = False
    DECK: ClassVar[bool] = False
    FIGURE: ClassVar[int] = 0
    LISTED: ClassVar[bool] = False

    type: str | None = None
    name: Annotated[Line | None, ToPublish()] = None
    aliases: SitePaths = ()
    status: Literal["draft", "published", "superseded", "withdrawn"] = "published"
    followed_by: Slugs = ()
    sources: Annotated[tuple[Source, ...], InShort("source", pattern=SLUG_PATTERN), Margin("cited-by")] = ()

    @property
    def shown_name(self) -> str:
        """What readers see it called."""
        return self.name or ""

    @property
    def shown_drawing(self) -> str:
        """The name of the drawing that readers see beside it; empty for an entry without."""
        return ""


class Network(FrameEntry):
    """A group of projects or organisations that learn together, a partnership in one, or a source outside them."""

    KEY = "network"
    FOLDER = "netwerken"
    LIST = "networks"
    FOLLOWED = True
    DECK = True
    FIGURE = 2

    type: Literal["network"] | None = None
    kind: Literal["network", "partnership", "outside-source"] = "network"
    parent: Annotated[Line | None, RefersTo("network"), Parent()] = None
    count: Count | None = None
    programmes: Annotated[Slugs, RefersTo("programme"), PassesOn(), Margin("networks-here"), Facet("programme", 6, boxed=False)] = ()
    partners: Lines = ()
    facilitators: Lines = ()
    members: Annotated[tuple[Member, ...], Field(max_length=MOST_ENTRIES)] = ()
    members_total: MembersTotal | None = None
    start: AnyDate | None = None
    end: AnyDate | None = None
    region: Line | None = None
    frequency: Line | None = None
    setting: tuple[Setting, ...] = ()
    focus: tuple[Literal["education", "cooperation", "sharing"], ...] = ()
    facts: Annotated[tuple[Fact, ...], Field(max_length=MOST_ENTRIES)] = ()
    meetings: Annotated[tuple[Meeting, ...], Field(max_length=MOST_ENTRIES)] = ()
    join: Join | None = None
    quotes: Annotated[tuple[Quote, ...], Field(max_length=MOST_ENTRIES)] = ()
    contact: Line | None = None
    owner: Line | None = None
    followed_by: Annotated[Slugs, RefersTo("network")] = ()

    @property
    def shown_drawing(self) -> str:
        """The drawing of its kind."""
        return self.kind


class Programme(FrameEntry):
    """Who pays for and steers networks, and why."""

    KEY = "programme"
    FOLDER = "programmas"
    LIST = "programmes"
    FOLLOWED = True
    FIGURE = 1

    type: Literal["programme"] | None = None
    funder: Line | None = None
    start: AnyDate | None = None
    end: AnyDate | None = None
    purpose: Text | None = None
    followed_by: Annotated[Slugs, RefersTo("programme")] = ()


class Theme(FrameEntry):
    """A subject that items are about."""

    KEY = "theme"
    FOLDER = "themas"
    LIST = "themes"
    FOLLOWED = True
    DECK = True
    FIGURE = 3

    type: Literal["theme"] | None = None
    definition: Annotated[Text | None, ToPublish()] = None
    goal: Line | None = None
    scheme: Literal["bouwstenen", "inzichten"] | None = None
    parent: Annotated[Line | None, RefersTo("theme"), Parent()] = None
    start_here: Annotated[Slugs, RefersTo("item")] = ()
    drawing: Annotated[Line | None, RefersTo("drawing")] = None
    followed_by: Annotated[Slugs, RefersTo("theme")] = ()

    @property
    def shown_name(self) -> str:
        """What a reader wants to reach; a theme without a goal has the name that experts gave it."""
        return self.goal or super().shown_name

    @property
    def shown_drawing(self) -> str:
        """Its own drawing, which items about it have where they have none."""
        return self.drawing or ""


class SuccessFactor(FrameEntry):
    """What makes learning together work.

    `category`: most are factors. A variable is what research names beside them. A group holds the entries that name it in `group`, so that
    an arrow can lead to all of them. `affects` is for what a source ties together without saying whether it gets stronger or weaker.
    """

    KEY = "success-factor"
    FOLDER = "succesfactoren"
    LIST = "success-factors"

    type: Literal["success-factor"] | None = None
    category: Literal["factor", "group", "variable"] = "factor"
    group: Line | None = None
    order: Count | None = None
    how: Texts = ()
    recognise: Texts = ()
    strengthens: Annotated[tuple[Influence, ...], Margin("strengthened-by")] = ()
    weakens: Annotated[tuple[Influence, ...], Margin("weakened-by")] = ()
    affects: Annotated[tuple[Influence, ...], Margin("affected-by")] = ()
    followed_by: Annotated[Slugs, RefersTo("success-factor")] = ()


class FailurePattern(FrameEntry):
    """A way in which well-meant attempts miss their goal, again and again."""

    KEY = "failure-pattern"
    FOLDER = "faalpatronen"
    LIST = "failure-patterns"

    type: Literal["failure-pattern"] | None = None
    meaning: Annotated[Text | None, ToPublish()] = None
    strikes: StoryStep | None = None
    signals: Texts = ()
    remedies: Texts = ()
    drawing: Annotated[Line | None, RefersTo("drawing")] = None
    followed_by: Annotated[Slugs, RefersTo("failure-pattern")] = ()

    @property
    def shown_drawing(self) -> str:
        """Its own drawing."""
        return self.drawing or ""


class Guide(FrameEntry):
    """A start path: a reader's question, and the steps that lead to an answer. With a `date`, the feed of the site tells of it."""

    KEY = "guide"
    FOLDER = "wegwijzers"
    LIST = "guides"

    type: Literal["guide"] | None = None
    for_: Annotated[Slugs, RefersTo("for"), Field(alias="for")] = ()
    order: Count | None = None
    steps: Annotated[tuple[GuideStep, ...], ToPublish(), Field(max_length=MOST_ENTRIES)] = ()
    date: Day | None = None
    followed_by: Annotated[Slugs, RefersTo("guide")] = ()


class SourceEntry(FrameEntry):
    """A publication, or something else that items and frame entries cite. `not_public`: nobody can look it up, so it has no address."""

    KEY = "source"
    FOLDER = "bronnen"
    LIST = "sources"
    LISTED = True

    type: Literal["source"] | None = None
    id: Annotated[Line | None, ToPublish()] = None
    name: Annotated[Line | None, ToPublish(), Field(alias="title")] = None
    maker: Line | None = None
    url: Url | None = None
    not_public: Flag = False
    date: AnyDate | None = None
    kind: Literal["article", "news", "report", "factsheet", "research", "handbook", "website", "leaflet"] | None = None
    licence: License | None = None
    sources: tuple[Source, ...] = ()
    followed_by: Annotated[Slugs, RefersTo("source")] = ()


FRAME_TYPES: tuple[type[FrameEntry], ...] = (Network, Theme, Programme, SuccessFactor, FailurePattern, Guide, SourceEntry)
"""The frame types of the package, in the order in which readers meet them."""
