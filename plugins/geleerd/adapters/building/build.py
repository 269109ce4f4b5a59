"""Builds a whole site into a folder: the pages of the core, those of the staff, and all other files, each with its policy and checksum."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from geleerd.adapters.building.making import Making, NotKeptError
from geleerd.adapters.building.site_folder import SiteFolder
from geleerd.adapters.building.staff_pages import StaffPageMaker, extensions_from
from geleerd.adapters.building.static_files import not_excluded, staff_assets, theme_assets
from geleerd.adapters.building.workers import Makers
from geleerd.adapters.kept.drawings import CACHE, drawn, forget_others, pictured
from geleerd.adapters.kept.examined import keep_files, known_files
from geleerd.adapters.kept.folder import kept_folder
from geleerd.adapters.kept.job_keys import JobKeys
from geleerd.adapters.kept.made import KeptMade, Output
from geleerd.adapters.kept.parts import KeptParts
from geleerd.adapters.kept.search_documents import KeptSearch
from geleerd.adapters.kept.words import keep_words, known_words
from geleerd.adapters.outside.progress import with_bars
from geleerd.adapters.outside.recorded_build import finish
from geleerd.adapters.outside.site_policy import HEADERS, SitePolicy, WrittenPolicy
from geleerd.adapters.settings.frame import frame_from
from geleerd.commonmark.easy_words import links_between
from geleerd.commonmark.filled import filled
from geleerd.find.findable import Findable
from geleerd.find.index_documents import KnownDocuments
from geleerd.guard import stage, without_failing
from geleerd.locale.catalogue import catalogue
from geleerd.making.framing import Framing
from geleerd.model.artefacts import Drawing
from geleerd.model.settings import Settings
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import file_of
from geleerd.pipeline import EarlierBuild, Planned, nothing_unchanged, planned_pages, with_search
from geleerd.reading import Failed, Reading
from geleerd.relate.places.staff_files import staff_drawings, staff_files
from geleerd.render.heads.open_graph import Shared, share_tags
from geleerd.render.pictures.which import picture_of_site
from geleerd.texts.texts import link_table

_NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site that is written: what it was read from, and what browsers will refuse on it."""

    reading: Reading
    policy: WrittenPolicy


def write_site(folder: Path, settings: Settings, configuration: Mapping[str, Any]) -> BuiltSite:
    """Write a site into an empty folder, with what earlier builds made of the same. Raises `StageError` and `OSError`."""
    try:
        return without_failing(lambda failed: _Build(folder, settings, configuration).run(failed))
    except NotKeptError:
        return without_failing(lambda failed: _Build(folder, settings, configuration).run(failed, whole=True))


def write_planned(
    folder: Path, settings: Settings, configuration: Mapping[str, Any], found: Planned, known: EarlierBuild, parts: KeptParts
) -> EarlierBuild:
    """Write a site that was planned into an empty folder, and return what the next one need not find out again.

    The `parts` are those by which some of it was not planned again. Raises `FailedError`, `NotKeptError` and what `write_site` raises.
    """
    found, findable = with_search(found, known)
    build = _Build(folder, settings, configuration, parts)
    with Makers(settings, build.frame) as makers:
        build.write(build.making(makers), found, findable, known)
    return EarlierBuild(findable.known_words, found.reading.known_files, findable.documents)


class _Build:
    """One attempt at a site."""

    def __init__(self, folder: Path, settings: Settings, configuration: Mapping[str, Any], parts: KeptParts | None = None) -> None:
        self._settings = settings
        self.frame = frame_from(configuration, settings)
        self._configuration = configuration
        self._keys = JobKeys(settings, self.frame)
        self._parts = parts or KeptParts(settings, self._keys)
        self._kept = KeptMade(settings.root)
        self._words = catalogue(settings.language, settings.declarations)
        self._search = KeptSearch(settings.root, self._words)
        self._site = SiteFolder(folder)
        self._policy = SitePolicy(settings)
        self._replaced: set[SourcePath] = set()

    def run(self, failed: Failed, *, whole: bool = False) -> BuiltSite:
        """Plan the site and write it: the parts that changed, or the `whole` of it.

        Raises `FailedError` when something goes wrong with a file of the knowledge base, and `NotKeptError` where the whole is needed.
        """
        words, settings = self._words, self._settings
        known = EarlierBuild(known_words(settings.root, words), known_files(settings), self._search.documents)
        with Makers(settings, self.frame) as makers:
            making = self.making(makers)
            with with_bars(words):
                pages, rest = planned_pages(settings, known, failed, nothing_unchanged if whole else self._parts.unchanged)
                making.begin(pages.parts)
                found = rest()
                if not self._parts.hold(found):
                    raise NotKeptError
                found, findable = with_search(found, known)
            return self.write(making, found, findable, known)

    def making(self, makers: Makers) -> Making:
        """What puts the files of jobs into the site, which the makers make."""
        drawings = kept_folder(self._settings.root, CACHE)
        draw = partial(drawn, folder=drawings, draw=partial(pictured, root=self._settings.root))
        return Making(self._site, self._keys, self._kept, self._settings.root, draw, makers.make, self._words.console("progress-make"))

    def write(self, making: Making, found: Planned, findable: Findable, known: EarlierBuild) -> BuiltSite:
        """Write all files, and keep what was found out. Raises `FailedError`."""
        if findable.known_words != known.words:
            keep_words(findable.known_words, self._settings.root, self._words)
        keep_files(found.reading.known_files, known.files, self._settings)
        self._site.empty()
        self._put_static(found.reading)
        self._make(making, found)
        self._put_staff_pages(found.reading)
        self._put_search(findable.documents)
        self._kept.close()
        return BuiltSite(found.reading, self._finish())

    def _put_static(self, reading: Reading) -> None:
        """Write what nobody makes; what is made comes later, and wins."""
        collection, folders = reading.library.collection, self._settings.folders
        drawings = staff_drawings(collection, folders)
        for name, content in theme_assets(self._settings.overrides):
            self._put(name, content)
        for name, path in staff_assets(self._staff_files(reading), folders.root, folders.content):
            drawing = drawings.get(SourcePath(f"{folders.content}/{name}"))
            self._put(name, path.read_bytes() if drawing is None else drawing)

    def _make(self, making: Making, found: Planned) -> None:
        unchanged = [part for part in found.parts if part.jobs is None]
        others = [part for part in found.parts if part.jobs is not None]
        for output in making.take(key for part in unchanged for key in self._parts.keys(part.name)):
            self._know(output)
        with stage("make"):
            for output in making.put(others):
                self._know(output)
        self._parts.keep(found, making.keys)
        if not unchanged:
            forget_others((job for job in found.jobs if isinstance(job, Drawing)), kept_folder(self._settings.root, CACHE))

    def _put_search(self, documents: KnownDocuments) -> None:
        self._search.put_index(documents, self._kept, self._take, self._write)

    def _take(self, output: Output) -> bool:
        """Put a file that was kept; whether it was kept whole."""
        return self._site.take(output, self._kept)

    def _write(self, path: str, content: bytes) -> Output:
        """Write a file and keep it."""
        output = Output(path, self._site.put(path, content))
        self._kept.add(output, self._site.folder / path)
        return output

    def _know(self, output: Output) -> None:
        self._replaced |= {output.source} if output.source else set()
        if output.needs:
            self._policy.take(output.path, output.needs)
        elif output.path.endswith((".css", ".html")):
            self._put(output.path, (self._site.folder / output.path).read_bytes())

    def _put_staff_pages(self, reading: Reading) -> None:
        library, content = reading.library, self._settings.content_dir
        shown = set(self._staff_files(reading)) - self._replaced
        pages = [page for page in library.collection.staff_pages if page.path in shown]
        assets = {name: Address(name) for name, _ in staff_assets(self._staff_files(reading), Path(), content)}
        addresses = {page.path.removeprefix(f"{content}/"): library.by_path[page.path] for page in pages}
        written = self._configuration.get("markdown_extensions") or ()
        made = StaffPageMaker(
            link_table(library), {**assets, **addresses}, extensions_from(written), self.frame.edit, self._settings.site_url
        )
        framing = Framing(self.frame, library.catalogue, self._settings.overrides, partial(_share_tags, reading, self._settings))
        words, mark = self._settings.words_to_fill, library.catalogue.say("to-fill-in")
        links = links_between(library.collection.staff_pages, library.catalogue.say("easy-words"), library.catalogue.say("ordinary-words"))
        for page in pages:
            text = filled(library.collection.files[page.path].text or "", words, mark)
            html = framing.framed(made.page(page, text, library.by_path[page.path], links.get(page.path, "")))
            self._put(file_of(library.by_path[page.path]), html.encode("utf-8", errors="xmlcharrefreplace"))
        base = urlsplit(self._settings.site_url or "/").path
        self._put(_NOT_FOUND, framing.alone(_NOT_FOUND, base).encode("utf-8"))

    def _staff_files(self, reading: Reading) -> tuple[SourcePath, ...]:
        found = staff_files(reading.library.collection, self._settings.folders)
        return not_excluded(found, self._settings.content_dir, self._configuration)

    def _put(self, path: str, content: bytes) -> None:
        """Write a file, a page with its policy."""
        if path.endswith(".css"):
            self._policy.take_style(path, content)
        self._site.put(path, self._policy.secured(path, content) if path.endswith(".html") else content)

    def _finish(self) -> WrittenPolicy:
        owners = self._site.folder / HEADERS
        texts = dict(self._policy.files(owners.read_text(encoding="utf-8", errors="replace") if HEADERS in self._site.checksums else ""))
        for name, text in texts.items():
            if name == HEADERS or name not in self._site.checksums:
                self._site.put(name, text.encode("utf-8"))
        finish(self._site.folder, self._settings, self._configuration, self._site.checksums)
        return self._policy.written(texts[HEADERS])


def _share_tags(reading: Reading, settings: Settings, title: object, description: object, url: str | None) -> Markup:
    shared = Shared(str(title), str(description or ""), url or "", picture=picture_of_site(settings))
    return share_tags(shared, reading.library, settings)
