"""Values of every kind, as one build of a knowledge base makes them, and what lies in them."""

import dataclasses
import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context

import geleerd
from geleerd import DECLARATIONS, Settings, Site, build
from geleerd.contribute.changing.renamed import renamed
from geleerd.contribute.changing.reviewed import reviewed
from geleerd.contribute.changing.withdrawn import withdrawn
from geleerd.contribute.cleaning.cleaned import cleaned
from geleerd.contribute.editing.fields_at import KnownFields
from geleerd.contribute.editing.offers import offers_at
from geleerd.contribute.importing.field_mapping import FieldMapping
from geleerd.contribute.importing.items import Importer
from geleerd.contribute.importing.moved_links import moved
from geleerd.contribute.importing.pages import PageName, page_at
from geleerd.contribute.importing.targets import NewPage, PageTargets
from geleerd.contribute.meeting_script import part_of
from geleerd.contribute.questions import questions_of
from geleerd.contribute.upgrading.listed_sources import with_listed_sources
from geleerd.find.pagefind.index import index_files
from geleerd.find.pagefind.revision import Change, revised_files
from geleerd.making.frame import EditLinks, PageFrame
from geleerd.making.framing import ExtraScript
from geleerd.making.maker import Maker
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import fields_of
from geleerd.model.declarations.item_types import WorkFormat
from geleerd.model.frozen import Frozen
from geleerd.model.strings import ItemId, SourcePath
from geleerd.read.drawings.drawing import drawing_of
from geleerd.read.drawings.family import family
from geleerd.read.foreign.tables import read_table
from geleerd.read.foreign.writings import Writing
from geleerd.relate.selection import Selection
from geleerd.render.newsletter.digest.contents import digest_of

SAMPLE = 5
"""Instances of one class: enough to meet its fields filled and empty, few enough to send."""

Instances = Mapping[type, list[object]]


def core_modules() -> list[object]:
    """Every module but those of the adapters."""
    names = (module.name for module in pkgutil.walk_packages(geleerd.__path__, "geleerd."))
    return [importlib.import_module(name) for name in names if not name.startswith("geleerd.adapters")]


def dataclasses_of_the_core() -> list[type]:
    named = ((module, value) for module in core_modules() for value in vars(module).values() if isinstance(value, type))
    return sorted(
        (value for module, value in named if value.__module__ == module.__name__ and dataclasses.is_dataclass(value)), key=name_of
    )


def declarations_of_the_core() -> list[type]:
    """Every declaration, whatever it inherits from."""
    found, todo = set(), [Declared]
    while todo:
        below = [c for c in todo.pop().__subclasses__() if c.__module__.startswith("geleerd.")]
        found.update(below)
        todo += below
    return sorted(found, key=name_of)


def name_of(kind: type) -> str:
    return f"{kind.__module__.removeprefix('geleerd.')}.{kind.__qualname__}"


def recorded(settings: Settings) -> tuple[Site, Instances]:
    """A site, and some instances of every class of the core that was made on the way or lies in one that was."""
    made: dict[type, list[object]] = defaultdict(list)
    questions_of.cache_clear()  # another build may have asked the same
    with ExitStack() as stack:
        for kind in dataclasses_of_the_core():
            stack.enter_context(_recording(kind, made[kind]))
        site = framed(settings)
        made_by_commands(site)
    constants = [value for module in core_modules() for value in vars(module).values() if not isinstance(value, type)]
    marks = [info.metadata for kind in declarations_of_the_core() for info in kind.model_fields.values()]
    remembered = [DECLARATIONS.facets, *map(fields_of, declarations_of_the_core())]  # another build may have made them
    for _, value in inside([site, constants, marks, remembered, *made.values()]):
        sample = made[type(value)] if is_made_of_fields(value) else None
        if sample is not None and len(sample) < SAMPLE and all(value is not one for one in sample):
            sample.append(value)
    return site, made


def framed(settings: Settings) -> Site:
    """The site in whole documents."""
    scripts = (ExtraScript("eigen.js", "module", is_deferred=True),)
    shown = Frozen({"site_name": settings.site_name, "extra_css": ("eigen.css",), "extra_javascript": scripts, "extra": Frozen()})
    frame = PageFrame(Frozen({**shown, "theme": Frozen({"favicon": "x.svg"})}), EditLinks(edit_uri="https://forge.example/"))
    return build(settings, make=Maker(settings, frame).make)


class NoFiles:
    """A collection without pictures."""

    def copied(self, path: str) -> None:
        """The copy of a file: there is none."""

    def anywhere(self, name: str) -> str:
        """The path of a file: there is none."""
        return ""


def made_by_commands(site: Site) -> None:
    """Makes what no build makes: the files of an index, a drawing, a digest, and drafts of what was written elsewhere, which leave something and lack something."""
    library, settings = site.reading.library, site.settings
    with_listed_sources(library)
    renamed(next(iter(library.collection.frame["failure-pattern"].values())), "een-andere-naam", library)
    withdrawn(library.published[0], library, settings.today)
    reviewed(library.published, "2030", library, settings.today)
    part_of(next(entry.fields for entry in library.published if isinstance(entry.fields, WorkFormat)))
    index = {file.path: file.content for file in index_files(site.documents, settings.language)}
    tuple(revised_files(index.__getitem__, [Change(0, *2 * site.documents[:1])]))
    family.__wrapped__()
    cleaned(drawing_of(b"<svg/>").data + b"<!-- Wobke -->", "a.svg")
    offers_at(KnownFields(library, settings.folders), SourcePath("lessons/a.md"), ("---", "type: "), 1, 6)
    digest_of(library, Selection(settings.today), "Kennis", settings.site_url)
    timed = Writing("rij-2", "Een werkvorm", Frozen({"duration": "30 minuten"}), "Een werkvorm van elders.", ("work-format",))
    Importer(library, FieldMapping(type="work-format"), settings.today).draft(timed, ItemId("k7m2xz"))
    importer = Importer(library, FieldMapping(type="tip"), settings.today)
    importer.draft(read_table("title;x\nEen rij;y", "lijst", importer.columns)[0], ItemId("k7m2xy"))
    pages = {page_at("/oud/b.md"): NewPage("/nieuw/b.md")}
    page = Writing("a", body="# Een titel\n\nZie [b](b.md).", is_page=True)
    moved(page, PageTargets("/oud/a.md", NewPage("/nieuw/a.md"), "/oud", pages, NoFiles()))
    importer.draft(page, ItemId("k7m2xz"))
    PageName.of("/oud/a.md", "/oud")
    for fields in (Frozen({"title": "Een tip", "onbekend": "Bel 06-12345678.", "date": "gisteren"}), Frozen()):
        importer.draft(Writing("rij-1", "Een tip", fields, "Een tip van elders.", ("tip",)), ItemId("k7m2xw"))


def is_made_of_fields(value: object) -> bool:
    """Whether a value is of a class of the package that names its parts."""
    kind = type(value)
    return kind.__module__.startswith("geleerd.") and (issubclass(kind, Declared) or dataclasses.is_dataclass(kind))


@contextmanager
def _recording(kind: type, made: list[object]) -> Iterator[None]:
    """Keeps the first instances of a class that are made meanwhile."""
    init = kind.__init__

    def and_kept(self, *arguments, **named):
        init(self, *arguments, **named)
        if type(self) is kind and len(made) < SAMPLE:
            made.append(self)

    kind.__init__ = and_kept
    try:
        yield
    finally:
        kind.__init__ = init


def inside(values: Iterable[object]) -> Iterator[tuple[str, object]]:
    """Everything that lies in values, to the last word, each with the field that it was found in; what lies there twice, once."""
    seen: dict[int, object] = {}  # keeps them, so that no other gets the number of one
    todo = [("", value) for value in values]
    while todo:
        field, value = todo.pop()
        if id(value) in seen:
            continue
        seen[id(value)] = value
        yield field, value
        todo += _parts(field, value)


def _parts(field: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from ((field, part) for pair in value.items() for part in pair)
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from ((field, part) for part in value)
    elif is_made_of_fields(value):
        names = type(value).model_fields if isinstance(value, Declared) else [field.name for field in dataclasses.fields(value)]
        yield from ((f"{name_of(type(value))}.{name}", getattr(value, name)) for name in names)


def sent_back(instances: Instances, settings: Settings) -> tuple[Instances, Site]:
    """The same instances after a way through another process, which shares nothing with this one; and the site as that one builds it."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return other.submit(same, instances).result(), other.submit(framed, settings).result()


def same(instances: Instances) -> Instances:
    return instances
