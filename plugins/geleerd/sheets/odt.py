"""A sheet as an ODT, to change in any office program: four small files in an archive, without a clock, a name or a program in them.

No library writes it: those that are kept put the hour in the archive, and in the document the dates, styles and thumbnail of their own
template.
"""

import io
import zipfile
from dataclasses import dataclass
from importlib import resources
from math import ceil
from xml.sax.saxutils import escape

from babel.core import get_global
from jinja2 import DictLoader, Environment, StrictUndefined

from geleerd.model.frozen import Frozen
from geleerd.sheets.sheet import MILLIMETRES, PaperSheet, SheetBoxes, SheetTable, SheetText

MIME = "application/vnd.oasis.opendocument.text"
MARGIN = 13
"""Millimetres around the page."""

_HEAD = 52
"""Millimetres that the title, the first sentence and the small words take of a page with boxes."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name."""

_STYLES = Frozen({"lead": "Text_20_body", "text": "Text_20_body", "small": "Footnote"})

_META = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3">
<office:meta><dc:title>{title}</dc:title><dc:language>{language}</dc:language></office:meta>
</office:document-meta>
"""
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""


@dataclass(frozen=True, slots=True)
class OdtTable:
    """The measures of a table in the document, in millimetres: its columns, and the least height of its rows."""

    widths: tuple[float, ...]
    height: int


def odt_of(sheet: PaperSheet) -> bytes:
    """The file."""
    names = ("odt_content.xml", "odt_styles.xml")
    templates = DictLoader({name: (resources.files(__package__) / name).read_text(encoding="utf-8") for name in names})
    written = Environment(loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    paper = MILLIMETRES[sheet.paper]
    tables = [_table(part, paper) for part in sheet.parts if not isinstance(part, SheetText)]
    numbers = iter(range(1, len(tables) + 1))
    parts = [(part, 0 if isinstance(part, SheetText) else next(numbers)) for part in sheet.parts]
    width = paper[0] - 2 * MARGIN
    content = written.get_template(names[0]).render(sheet=sheet, parts=parts, tables=tables, width=width, styles=_STYLES)
    styles = written.get_template(names[1]).render(
        sheet=sheet, paper=paper, margin=MARGIN, size=14 if paper[0] > 400 else 10, country=_country(sheet.language)
    )
    meta = _META.format(title=escape(sheet.title), language=sheet.language)
    return _archive({"content.xml": content, "styles.xml": styles, "meta.xml": meta, "META-INF/manifest.xml": _MANIFEST})


def _country(language: str) -> str:
    """The country of a language in which most people speak it, as the properties of a text want one (CLDR, likely subtags)."""
    likely = get_global("likely_subtags").get(language, "")
    return likely.rpartition("_")[2] or "none"


def _table(part: SheetTable | SheetBoxes, paper: tuple[int, int]) -> OdtTable:
    width, height = paper[0] - 2 * MARGIN, paper[1] - 2 * MARGIN
    if isinstance(part, SheetTable):
        share = width / sum(part.widths)
        return OdtTable(tuple(round(share * one, 1) for one in part.widths), part.height)
    lines = ceil(len(part.boxes) / part.columns)
    return OdtTable((round(width / part.columns, 1),) * part.columns, part.height + 12 if part.height else (height - _HEAD) // lines)


def _archive(files: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in {"mimetype": MIME, **files}.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system = 0
            archive.writestr(entry, text)
    return held.getvalue()
