"""A plan of changes to files, as a value: what to do, what to tell, and why something cannot be done."""

from collections.abc import Mapping
from dataclasses import dataclass

from geleerd.model.frozen import Frozen
from geleerd.model.problems import Place
from geleerd.model.strings import SourcePath


@dataclass(frozen=True, slots=True)
class FileChange:
    """What becomes of a file: where it stands afterwards (`to`; None when it is gone), and its `text` (None: its bytes as they are).

    A text has a line feed at the end of each line and no mark at its beginning, whatever the file has. `stays`: the file stays where it is
    too, since others use it.
    """

    path: SourcePath
    to: SourcePath | None
    text: str | None = None
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell a person: the key of its sentence for the terminal, its place in a file if it has one, and its words."""

    key: str
    place: Place | None = None
    words: Mapping[str, object] = Frozen()


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes of one action, in the order of their paths, and what to tell with them."""

    changes: tuple[FileChange, ...]
    remarks: tuple[Remark, ...] = ()


class NotPossibleError(Exception):
    """What was asked for cannot be done; `remarks` say why and what helps."""

    def __init__(self, *remarks: Remark) -> None:
        super().__init__(remarks[0].key)
        self.remarks = remarks
