"""Makes the declarations of a knowledge base from those of the package and what its owner declares (`own_model`)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import create_model

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.kinds import AnyDate, Count, Line, Points, Slugs, Text
from geleerd.model.declarations.marks import Facet, FieldMark, RefersTo, ToPublish
from geleerd.model.declarations.own_model import NO_MODEL, Naming, OwnField, OwnFrameType, OwnModel, OwnName, OwnType
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.frozen import Frozen

_KINDS: Mapping[str, tuple[Any, object]] = Frozen(
    {
        "line": (Line | None, None),
        "text": (Text | None, None),
        "points": (Points, ()),
        "number": (Count | None, None),
        "date": (AnyDate | None, None),
        "entries": (Slugs, ()),
    }
)
"""The kind of value of each kind of field without choices, and what stands for a field that is not filled in."""


_MODULE = "model.yml"
"""Where the classes say that they stand: in no module, so that nothing looks for them there."""


def own_declarations(model: OwnModel) -> Declarations:
    """The types of the package with what an owner adds to them, and the types that they add. The same model gives the same value."""
    return _declarations(model.model_dump_json()) if model != NO_MODEL else DECLARATIONS


@dataclass(frozen=True, slots=True)
class OwnDeclarations(Declarations):
    """Declarations with those of an owner. No module has their classes, so a pickle has what was declared, and makes them anew."""

    def __reduce__(self) -> tuple[object, ...]:
        """What makes the same value in another process."""
        return _again, (self.own, self.named_folders)


def _again(written: str, named_folders: Mapping[str, str]) -> Declarations:
    return replace(_declarations(written), named_folders=named_folders)


@cache
def _declarations(written: str) -> Declarations:
    model = OwnModel.model_validate_json(written)
    added = _added(model)
    kinds: tuple[tuple[Mapping[str, type[Declared]], type[Declared]], ...] = (
        (DECLARATIONS.item_types, Item),
        (DECLARATIONS.frame_types, FrameEntry),
    )
    known = [{key: _with_fields(declared, added.get(key, {})) for key, declared in types.items()} for types, _ in kinds]
    items = {**known[0], **{key: _item_type(key, own, added.get(key, {})) for key, own in model.types.items()}}
    frame = {**known[1], **{key: _frame_type(key, own, added.get(key, {})) for key, own in model.frame.items()}}
    return OwnDeclarations(Frozen(items), Frozen(frame), own=written, icons=Frozen({key: own.icon for key, own in model.types.items()}))


def _added(model: OwnModel) -> Mapping[str, Mapping[str, OwnField]]:
    """The fields that each type gains, by the key of the type."""
    added: defaultdict[str, dict[str, OwnField]] = defaultdict(dict)
    own_types: Mapping[str, OwnType | OwnFrameType] = {**model.types, **model.frame}
    for key, fields in (*model.fields.items(), *((key, own.fields) for key, own in own_types.items())):
        added[key].update(fields)
    for target, own in model.frame.items():
        if own.named_by:
            field = _naming_field(own.named_by, target)
            for key in own.named_by.types or (*DECLARATIONS.item_types, *model.types):
                added[key][own.named_by.key] = field
    return added


def _naming_field(naming: Naming, target: str) -> OwnField:
    said = naming.model_dump(exclude={"key", "types"})
    return OwnField.model_validate({**said, "kind": "entries", "to": target})


def _with_fields(declared: type[Any], fields: Mapping[str, OwnField]) -> type[Any]:
    return create_model(declared.__name__, __base__=declared, __module__=_MODULE, **_fields(fields)) if fields else declared


def _item_type(key: str, own: OwnType, fields: Mapping[str, OwnField]) -> type[Item]:
    made: type[Item] = create_model(_name(key), __base__=Item, __module__=_MODULE, type=_is(key, required=True), **_fields(fields))
    made.KEY, made.COLOUR, made.__doc__ = key, own.colour or Item.COLOUR, own.what
    return made


def _frame_type(key: str, own: OwnFrameType, fields: Mapping[str, OwnField]) -> type[FrameEntry]:
    following = Annotated[Slugs, RefersTo(key)]
    made: type[FrameEntry] = create_model(
        _name(key), __base__=FrameEntry, __module__=_MODULE, type=_is(key, required=False), followed_by=(following, ()), **_fields(fields)
    )
    made.KEY, made.FOLDER, made.LIST, made.FOLLOWED, made.__doc__ = key, own.address, api_list(key), True, own.what
    return made


def _is(key: str, *, required: bool) -> tuple[Any, Any]:
    kind: Any = Literal.__getitem__(key)
    return (kind, ...) if required else (kind | None, None)


def api_list(key: str) -> str:
    """What a list of entries of an added frame type is called in the API."""
    return f"{key}-entries"


def _name(key: str) -> str:
    return "".join(part.capitalize() for part in key.split("-"))


def _fields(fields: Mapping[str, OwnField]) -> dict[str, Any]:
    return {key: _field(key, own) for key, own in fields.items()}


def _field(key: str, own: OwnField) -> tuple[Any, object]:
    kind, empty = _KINDS.get(own.kind) or _choosing(own)
    marks: tuple[FieldMark, ...] = (
        *((ToPublish(),) if own.required else ()),
        *((Facet(key),) if own.facet else ()),
        *((RefersTo(own.to),) if own.to else ()),
    )
    return (Annotated[kind, *marks] if marks else kind), empty


def _choosing(own: OwnField) -> tuple[Any, object]:
    choice: Any = Literal.__getitem__(tuple(own.choices))
    return (tuple[choice, ...], ()) if own.kind == "choices" else (choice | None, None)


@cache
def own_words(written: str) -> Mapping[str, Any]:
    """What people see of what an owner declares, in the form of a catalogue."""
    model = OwnModel.model_validate_json(written) if written else NO_MODEL
    own_types: Mapping[str, OwnType | OwnFrameType] = {**model.types, **model.frame}
    words: dict[str, Any] = {"types": _types(model), "words": {key: own.address for key, own in own_types.items()}}
    words["fields"], words["own-help"], words["values"], words["interface"] = {}, {}, {}, {}
    for type_key, fields in _added(model).items():
        words["fields"][type_key] = {key: field.label for key, field in fields.items()}
        words["own-help"][type_key] = {key: field.help or field.label for key, field in fields.items()}
        words["values"] |= {key: dict(field.choices) for key, field in fields.items() if field.choices}
        new = {key: field for key, field in fields.items() if key not in known_keys()}
        words["fields"] |= {key: {"label": field.label, "help": field.help or field.label} for key, field in new.items()}
    words["fields"] |= {key: {"label": label} for key, label in model.words.labels.items()}
    if model.words.phases:
        words["values"]["phase"] = dict(model.words.phases)
    for key, own in model.frame.items():
        words["interface"] |= {f"children-{key}": own.other, f"{api_list(key)}-here": own.other}
    return Frozen(words)


@cache
def own_keys(written: str) -> frozenset[str]:
    """The keys of the fields that an owner declares."""
    added = _added(OwnModel.model_validate_json(written)) if written else {}
    return frozenset(key for fields in added.values() for key in fields)


def _types(model: OwnModel) -> Mapping[str, Any]:
    names: Iterable[tuple[str, OwnName | OwnType | OwnFrameType]] = (*model.words.types.items(), *model.types.items(), *model.frame.items())
    return {key: {"one": name.one, "other": name.other, **({"what": name.what} if name.what else {})} for key, name in names}


@cache
def known_keys() -> frozenset[str]:
    """The keys of all fields of the package's own types."""
    return frozenset(key for declared in DECLARATIONS.types.values() for key in keys_of(declared))


@cache
def keys_taken(type_key: str) -> frozenset[str]:
    """The keys that a field added to a type cannot have: those of that type, and those that all items or entries have."""
    of_items = (*DECLARATIONS.item_types.values(), Item)
    own = DECLARATIONS.frame_types.get(type_key, FrameEntry)
    return frozenset(key for declared in (*of_items, FrameEntry, own) for key in keys_of(declared))
