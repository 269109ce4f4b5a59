"""What an owner declares in `content/model.yml`: other words for what there is, added fields, and types of item and frame entry."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.kinds import Flag, Line, Slugs
from geleerd.model.declarations.marks import Spelling
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code

KEY_PATTERN = r"[a-z][a-z0-9_]{0,39}"
"""What a key in front matter looks like."""

TYPE_PATTERN = r"[a-z][a-z0-9]{0,29}(?:-[a-z0-9]{1,30}){0,3}"
"""What the key of a type, and a word in addresses, looks like."""

MOST_OWN = 40
"""OwnFields or types that an owner adds at one place; more would be a form that nobody fills in."""

TypeWord = Annotated[str, Spelling(Code.BAD_SLUG, TYPE_PATTERN)]
Colour = Annotated[str, Spelling(Code.BAD_COLOUR, "#[0-9a-fA-F]{6}")]

FieldKind = Literal["line", "text", "points", "number", "date", "choice", "choices", "entries"]
Icon = Literal["lesson", "tip", "brilliant-failure", "work-format", "example", "learning-question"]


class OwnName(Declared):
    """Other words for a type: one, several, and a line that explains it."""

    one: Line
    other: Line
    what: Line | None = None


class ModelWords(Declared):
    """Other words for types, moments and labels of fields, by their keys. Keys in files and words in addresses stay."""

    types: Mapping[str, OwnName] = Frozen()
    phases: Mapping[str, Line] = Frozen()
    labels: Mapping[str, Line] = Frozen()


class OwnField(Declared):
    """A field: what it holds, and what people see of it. `choices` are words by key; `to` is the type whose entries it names."""

    kind: FieldKind = "text"
    label: Line
    help: Line | None = None
    facet: Flag = False
    required: Flag = False
    choices: Annotated[Mapping[str, Line], Field(max_length=MOST_OWN)] = Frozen()
    to: TypeWord | None = None


OwnFields = Annotated[Mapping[str, OwnField], Field(max_length=MOST_OWN)]


class OwnType(Declared):
    """A type of item: its name, its word in addresses, its colour, the type whose icon it borrows, and its fields."""

    one: Line
    other: Line
    what: Line
    address: TypeWord
    colour: Colour | None = None
    icon: Icon = "lesson"
    fields: OwnFields = Frozen()


class Naming(Declared):
    """The field with which items name entries of a frame type."""

    key: Line
    label: Line
    help: Line | None = None
    facet: Flag = False
    required: Flag = False
    types: Slugs = ()


class OwnFrameType(Declared):
    """A type of frame entry: its name, its word in addresses, which is its folder too, its fields, and the field in which items name it."""

    one: Line
    other: Line
    what: Line
    address: TypeWord
    fields: OwnFields = Frozen()
    named_by: Naming | None = None


class OwnModel(Declared):
    """All that an owner declares. `fields` are added to types that there are, by the key of the type."""

    words: ModelWords = ModelWords()
    fields: Annotated[Mapping[str, OwnFields], Field(max_length=MOST_OWN)] = Frozen()
    types: Annotated[Mapping[str, OwnType], Field(max_length=MOST_OWN)] = Frozen()
    frame: Annotated[Mapping[str, OwnFrameType], Field(max_length=MOST_OWN)] = Frozen()


NO_MODEL = OwnModel()
"""The model of an owner who declares nothing."""
