"""Geleerd: public knowledge bases of learning networks, built from Markdown files.

The names below are the package's face: plugins, scripts, benchmarks and whoever builds with it in Python may hold on to them.
What stands deeper moves without a word. Each is loaded when somebody first asks for it, so that a command loads what it needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geleerd.find.searched import Record as Record
    from geleerd.find.searched import records_of as records_of
    from geleerd.locale.catalogue import Catalogue as Catalogue
    from geleerd.locale.catalogue import catalogue as catalogue
    from geleerd.model.artefacts import Artefact as Artefact
    from geleerd.model.artefacts import Asset as Asset
    from geleerd.model.artefacts import Drawing as Drawing
    from geleerd.model.artefacts import Page as Page
    from geleerd.model.artefacts import TextFile as TextFile
    from geleerd.model.declarations.registry import DECLARATIONS as DECLARATIONS
    from geleerd.model.declarations.registry import Declarations as Declarations
    from geleerd.model.problem_codes import Code as Code
    from geleerd.model.problem_codes import Severity as Severity
    from geleerd.model.problems import Problem as Problem
    from geleerd.model.settings import Settings as Settings
    from geleerd.model.strings import ID_LENGTH as ID_LENGTH
    from geleerd.model.strings import item_id_from as item_id_from
    from geleerd.pipeline import Site as Site
    from geleerd.pipeline import build as build
    from geleerd.reading import Reading as Reading
    from geleerd.reading import library_of as library_of
    from geleerd.reading import reading_of as reading_of
    from geleerd.relate.library import Library as Library
    from geleerd.render.pictures.painting import painted as painted

__version__ = "0.1.0"

_FACE = {
    "Record": "geleerd.find.searched",
    "records_of": "geleerd.find.searched",
    "Catalogue": "geleerd.locale.catalogue",
    "catalogue": "geleerd.locale.catalogue",
    "Artefact": "geleerd.model.artefacts",
    "Asset": "geleerd.model.artefacts",
    "Drawing": "geleerd.model.artefacts",
    "Page": "geleerd.model.artefacts",
    "TextFile": "geleerd.model.artefacts",
    "DECLARATIONS": "geleerd.model.declarations.registry",
    "Declarations": "geleerd.model.declarations.registry",
    "Code": "geleerd.model.problem_codes",
    "Severity": "geleerd.model.problem_codes",
    "Problem": "geleerd.model.problems",
    "Settings": "geleerd.model.settings",
    "ID_LENGTH": "geleerd.model.strings",
    "item_id_from": "geleerd.model.strings",
    "Reading": "geleerd.reading",
    "Site": "geleerd.pipeline",
    "build": "geleerd.pipeline",
    "library_of": "geleerd.reading",
    "reading_of": "geleerd.reading",
    "Library": "geleerd.relate.library",
    "painted": "geleerd.render.pictures.painting",
}

__all__ = ["__version__", *_FACE]  # noqa: PLE0604  # the names are those of the table above


def __getattr__(name: str) -> object:
    """A name of the face, from where it stands today."""
    if name not in _FACE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_FACE[name]), name)
