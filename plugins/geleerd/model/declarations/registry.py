"""The types of items and frame entries: those of the package, and those that a knowledge base adds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from geleerd.model.declarations.facets import DeclaredFacet, declared_facets
from geleerd.model.declarations.field_specs import references_of
from geleerd.model.declarations.frame_types import FRAME_TYPES, FrameEntry
from geleerd.model.declarations.item_types import ITEM_TYPES, Item
from geleerd.model.frozen import Frozen

_TERMS = "begrippen"

LISTS = ("tag", "year", "phase")
"""The kinds of list whose entries have no file of their own."""

LISTS_AND_MONTHS = (*LISTS, "newsletter")
"""These lists, and the months of the newsletter. The page of a month looks different from the page of a list."""

GLOSSARY = "glossary"
"""The list with the terms of the glossary."""

VOCABULARIES = ("for", "about")
"""The lists that `content/vocabulary.yml` holds."""


@dataclass(frozen=True, slots=True)
class Declarations:
    """The types that a knowledge base has, by key and in the order in which readers meet them.

    There is no global registration: to add types, build with another value (`also`); each stage passes it to the next. `words` holds the
    names of added types by language: pieces of a catalogue, as TOML. `named_folders` holds the folders of frame types whose name in the
    language of the knowledge base (`with_folders`) differs from `FOLDER`; entries are read from both. `own` is what the owner declares, as
    JSON (`own_types`); `icons` has the types whose icons the added types of item borrow.
    """

    item_types: Mapping[str, type[Item]]
    frame_types: Mapping[str, type[FrameEntry]]
    words: Mapping[str, tuple[str, ...]] = Frozen()
    named_folders: Mapping[str, str] = Frozen()
    own: str = ""
    icons: Mapping[str, str] = Frozen()

    def also(
        self, items: tuple[type[Item], ...] = (), frame: tuple[type[FrameEntry], ...] = (), words: Mapping[str, str] = Frozen()
    ) -> "Declarations":
        """These types, followed by added ones; `words` are the names of the added types."""
        return replace(
            self,
            item_types=Frozen({**self.item_types, **{cls.KEY: cls for cls in items}}),
            frame_types=Frozen({**self.frame_types, **{cls.KEY: cls for cls in frame}}),
            words=Frozen({**self.words, **{language: (*self.words.get(language, ()), piece) for language, piece in words.items()}}),
        )

    def with_folders(self, names: Mapping[str, str]) -> "Declarations":
        """These types, with the folders of frame entries named in a language; `names` are by type."""
        known = {**{key: declared.FOLDER for key, declared in self.frame_types.items()}, GLOSSARY: _TERMS}
        named = {key: names[key] for key, name in known.items() if names.get(key, name) != name}
        return replace(self, named_folders=Frozen(named))

    def differs_in_folders_alone(self, other: "Declarations") -> bool:
        """Whether another value is the same but for what folders are called."""
        return replace(self, named_folders=Frozen()) == replace(other, named_folders=Frozen())

    def folder(self, frame_type: str) -> str:
        """The folder under `content/` in which new entries of a frame type belong; for a type in one list, the name of the list."""
        return self.named_folders.get(frame_type, self.frame_types[frame_type].FOLDER)

    @property
    def glossaries(self) -> tuple[str, ...]:
        """The names of the file with terms, without its extension: in the language, and the one that every language knows."""
        return tuple(dict.fromkeys((self.named_folders.get(GLOSSARY, _TERMS), _TERMS)))

    @property
    def types(self) -> Mapping[str, type[Item] | type[FrameEntry]]:
        """All types of item and of frame entry."""
        return {**self.item_types, **self.frame_types}

    @property
    def in_files(self) -> Mapping[str, type[Item] | type[FrameEntry]]:
        """The types whose entries have a file each; those of the other types stand in one list."""
        return {key: declared for key, declared in self.types.items() if key not in self.in_lists}

    @property
    def in_lists(self) -> Mapping[str, type[FrameEntry]]:
        """The frame types of which all entries stand in one list."""
        return {key: declared for key, declared in self.frame_types.items() if declared.LISTED}

    @property
    def folders(self) -> Mapping[str, type[FrameEntry]]:
        """The frame types by their folders under `content/`: by the name in the language, and by the name that every language knows."""
        return _folders(self)

    @property
    def lists(self) -> Mapping[str, str]:
        """The names of the lists of frame entries in the API, by type."""
        return {key: declared.LIST for key, declared in self.frame_types.items()}

    @property
    def named(self) -> tuple[str, ...]:
        """The frame types that items name in a field of their own, as what they are about."""
        return _named(self)

    @property
    def followed(self) -> tuple[str, ...]:
        """The frame types whose entries readers can follow; they can also follow the site and every type of item."""
        return tuple(key for key, declared in self.frame_types.items() if declared.FOLLOWED)

    @property
    def belonging(self) -> Mapping[str, str]:
        """The keys under which records of items name the entries that they belong to, by frame type."""
        return {key: self.lists[key] for key in self.followed}

    @property
    def counted(self) -> tuple[str, ...]:
        """The frame types that have a figure of the items that belong to each entry, in the order of the figures."""
        return tuple(
            sorted((key for key, declared in self.frame_types.items() if declared.FIGURE), key=lambda key: self.frame_types[key].FIGURE)
        )

    @property
    def figures(self) -> tuple[str, ...]:
        """The things that are counted, each with a file for spreadsheets, in the order in which readers meet them."""
        counted, gaps = self.counted, ("gaps-theme", "gaps-network")
        return ("overview", "growth", "type", *counted, "organisation", "year", "learning-question", "evidence", "applied", *gaps, "review")

    @property
    def facets(self) -> tuple[DeclaredFacet, ...]:
        """The facets, in the order in which readers meet them."""
        return _facets(self)

    @property
    def browsed(self) -> tuple[str, ...]:
        """The frame types that readers choose from on the search page, in the order of the facets."""
        return tuple(facet.key for facet in self.facets if facet.mark.boxed and facet.key in self.frame_types)

    @property
    def desk_forms(self) -> tuple[str, ...]:
        """The types that the desk has a form for."""
        return (*self.item_types, *self.frame_types, "term")


@cache
def _folders(declarations: Declarations) -> Mapping[str, type[FrameEntry]]:
    named = {declarations.folder(key): declared for key, declared in declarations.frame_types.items()}
    return Frozen({**{declared.FOLDER: declared for declared in declarations.frame_types.values()}, **named})


@cache
def _named(declarations: Declarations) -> tuple[str, ...]:
    items = tuple(declarations.item_types.values())
    return tuple(
        key for key in declarations.frame_types if any(spec.target == key for declared in items for spec in references_of(declared))
    )


@cache
def _facets(declarations: Declarations) -> tuple[DeclaredFacet, ...]:
    return declared_facets(declarations.item_types.values(), declarations.frame_types.values())


DECLARATIONS = Declarations(
    Frozen({cls.KEY: cls for cls in ITEM_TYPES}),
    Frozen({cls.KEY: cls for cls in FRAME_TYPES}),
)
"""The types of the package."""
