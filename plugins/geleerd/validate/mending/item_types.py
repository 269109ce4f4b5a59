"""The type of an item: as it says, or else as was meant, by the nearest name or by the folder of the file; or what all types share."""

from pathlib import PurePosixPath

from geleerd.locale.catalogue import catalogues
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import Declarations
from geleerd.model.documents import Document, Tree
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem
from geleerd.read.yaml_mending.lines import shown
from geleerd.validate.did_you_mean import nearest, type_meant
from geleerd.validate.mending.told import told


def item_type(document: Document, tree: Tree, declarations: Declarations) -> tuple[type[Item], Tree, list[Problem]]:
    """The declaration of an item, its fields with that type, and the problem with the type as written.

    When nothing tells which type was meant, it is the declaration of what all types share, without the fields that some types have.
    """
    written = tree.get("type")
    if isinstance(written, str) and written in declarations.item_types:
        return declarations.item_types[written], tree, []
    misspelt = nearest("type", (key for key in tree if key not in {"title", "type"})) if written is None else ""
    said = tree.get(misspelt) if misspelt else written
    meant = _type_said(said, declarations) or _type_of_folder(document, declarations)
    problem = _missing(document, misspelt, meant) if written is None else _unknown(document, written, meant, declarations)
    declaration = declarations.item_types[meant] if meant else Item
    left_out = {misspelt} if meant else {misspelt, *_of_some_types(declarations)}
    fields = {key: value for key, value in tree.items() if key not in left_out}
    return declaration, {**fields, "type": meant}, [problem]


def _of_some_types(declarations: Declarations) -> set[str]:
    """The keys that not all types have, and `editorial`, which names such keys."""
    return {key for declared in declarations.item_types.values() for key in keys_of(declared)} - set(keys_of(Item)) | {"editorial"}


def _missing(document: Document, misspelt: str, meant: str) -> Problem:
    return told(document, ("type",), Code.MISSING_KEY, {"key": "type", "suggestion": misspelt or meant, "misspelt": misspelt})


def _unknown(document: Document, written: object, meant: str, declarations: Declarations) -> Problem:
    words = {"value": shown(written), "choices": ", ".join(declarations.item_types), "suggestion": meant}
    return told(document, ("type",), Code.UNKNOWN_TYPE, words)


def _type_said(said: object, declarations: Declarations) -> str:
    if not isinstance(said, str):
        return ""
    return said if said in declarations.item_types else type_meant(said, declarations)


def _type_of_folder(document: Document, declarations: Declarations) -> str:
    """The type that the nearest folder is named after, in any language."""
    types = declarations.item_types
    names = {name.casefold(): key for words in catalogues(declarations) for key in types for name in (key, *words.names_of(key))}
    folders = (part.casefold() for part in reversed(PurePosixPath(document.path).parts[1:-1]))
    return next((names[folder] for folder in folders if folder in names), "")
