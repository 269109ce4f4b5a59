"""What the staff say of their sheets: the words that are of the sheets alone, and what comes from the knowledge base."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from geleerd.model.strings import ID_PATTERN, SLUG_PATTERN

Paper = Literal["a4", "a4-landscape", "a3-landscape"]
"""The paper of a sheet."""

Words = Annotated[str, Field(min_length=1)]


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SaidColumn(_Said):
    """A column of a table: its title, and its width in shares of the page."""

    title: Words
    width: int = 1


class SaidTable(_Said):
    """A table to fill in: so many empty `rows`, or a row to tick for each of the `lines`; each as high as `height` says in millimetres.

    `numbered` rows have their number in the first column.
    """

    columns: tuple[SaidColumn, ...] = Field(min_length=1)
    rows: int = Field(default=0, ge=0, le=40)
    lines: tuple[Words, ...] = ()
    height: int = Field(ge=6, le=200)
    numbered: bool = False


class SaidBox(_Said):
    """A box to write in, with its title and what helps to begin."""

    title: Words
    hint: str = ""


class SaidFactors(_Said):
    """The success factors that are in a group and have signs, by group, with those signs and columns to tick."""

    factor: Words
    signs: Words
    columns: tuple[Words, ...] = Field(min_length=1)


class SaidSteps(_Said):
    """The first steps of a work format: each a question with room to write, or (`ticks`) each sentence a line to tick, under this title."""

    item: str = Field(pattern=ID_PATTERN)
    first: int = Field(default=20, ge=1)
    height: int = Field(default=20, ge=6, le=200)
    ticks: str = ""
    line: str = ""


class SaidBlock(_Said):
    """One part of a sheet: exactly one of these."""

    heading: str = ""
    text: str = ""
    boxes: tuple[SaidBox, ...] = ()
    table: SaidTable | None = None
    factors: SaidFactors | None = None
    steps: SaidSteps | None = None
    sayings: str = Field(default="", pattern=rf"^({SLUG_PATTERN})?$")

    @model_validator(mode="after")
    def _one_of_them(self) -> "SaidBlock":
        if len(self.model_fields_set) != 1:
            raise ValueError("one-of-them")
        return self


class SaidSheet(_Said):
    """A sheet: the name of its files, the item beside which they stand, its paper, its parts, and the sources that it credits."""

    id: str = Field(pattern=f"^{SLUG_PATTERN}$")
    item: str = Field(pattern=ID_PATTERN)
    title: Words
    paper: Paper = "a4"
    lead: Words
    blocks: tuple[SaidBlock, ...] = Field(min_length=1)
    note: str = ""
    sources: tuple[str, ...] = Field(min_length=1)
