"""A sheet as a tagged PDF (PDF/UA-1), by Typst, with the letters of the site and nothing of the machine: the same bytes everywhere."""

import json
from dataclasses import asdict
from importlib import resources

from geleerd.sheets.sheet import MILLIMETRES, TICK, PaperSheet

_FONTS = resources.files("fontpkg_atkinson_hyperlegible") / "files"
_TEMPLATE = resources.files(__package__) / "sheet.typ"


def pdf_of(sheet: PaperSheet) -> bytes:
    """The file. Raises `ImportError` where Typst is not installed."""
    import typst  # noqa: PLC0415  # the extra `tools` brings it, and nothing else needs it

    width, height = MILLIMETRES[sheet.paper]
    told = {**asdict(sheet), "width": width, "height": height, "tick": TICK}
    with resources.as_file(_TEMPLATE) as template, resources.as_file(_FONTS) as fonts:
        made: bytes = typst.compile(
            str(template),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"sheet": json.dumps(told, ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=0,
        )
    return made
