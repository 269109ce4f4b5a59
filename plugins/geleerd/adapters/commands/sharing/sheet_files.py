"""The files of all sheets that the staff describe, each beside the item that it belongs to."""

import posixpath
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.read.yaml_mending.reading import read_yaml
from geleerd.relate.library import Library
from geleerd.sheets.declared import SaidSheet
from geleerd.sheets.filled import LackingError, sheet_of
from geleerd.sheets.odt import odt_of
from geleerd.sheets.pdf import pdf_of

SHEETS = ("hulpmiddelen.yml", "sheets.yml")
"""The file of the folder `content` in which the staff describe their sheets, by its Dutch or its English name."""


class SheetsError(Exception):
    """The sheets cannot be made. It carries the key of a sentence for the console, and the words of that sentence."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(key)
        self.key = key
        self.words = words


def sheet_files(settings: Settings, library: Library) -> Mapping[str, bytes]:
    """The bytes of every file by its path from the root. Raises `SheetsError`, and `ImportError` where Typst is not installed."""
    made: dict[str, bytes] = {}
    for said in _said(settings):
        item = library.by_id.get(said.item)
        if item is None:
            raise SheetsError("tools-lacks", sheet=said.id, name=said.item)
        try:
            sheet = sheet_of(said, item, library, settings.site_name)
        except LackingError as error:
            raise SheetsError("tools-lacks", sheet=said.id, name=str(error)) from None
        beside = posixpath.join(posixpath.dirname(item.path), said.id)
        made |= {f"{beside}.pdf": pdf_of(sheet), f"{beside}.odt": odt_of(sheet)}
    return made


def _said(settings: Settings) -> Iterator[SaidSheet]:
    paths = [SourcePath(f"{settings.folders.content}/{name}") for name in SHEETS]
    path = next((path for path in paths if (settings.root / path).is_file()), None)
    if path is None:
        raise SheetsError("tools-none", path=paths[0])
    file = settings.root / path
    reading = read_yaml(file.read_text(encoding="utf-8"), path)
    for problem in reading.problems:
        raise SheetsError("tools-unread", path=path, line=problem.place.line)
    if not isinstance(reading.value, list):
        raise SheetsError("tools-form", path=path)
    for number, value in enumerate(reading.value, 1):
        try:
            yield SaidSheet.model_validate(value)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "-"
            raise SheetsError("tools-bad", path=path, number=number, where=where, what=first["msg"]) from None
