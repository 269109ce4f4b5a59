"""The plugin: it takes settings from MkDocs (or ProperDocs) and returns artefacts. Other rooms decide what these contain."""

import logging
import os
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from geleerd.adapters.building.days import days_from_git
from geleerd.adapters.building.summary import policy_sentences, redirects_sentences, summary
from geleerd.adapters.building.table_sides import TableSides
from geleerd.adapters.building.unsettled import unsettled
from geleerd.adapters.kept.drawings import CACHE, drawn, pictured
from geleerd.adapters.kept.examined import keep_files, known_files
from geleerd.adapters.kept.folder import kept_folder
from geleerd.adapters.kept.search_index import write_search_index
from geleerd.adapters.kept.words import keep_words, known_words
from geleerd.adapters.mkdocs.framed import frame_of, who_asks
from geleerd.adapters.mkdocs.kept_making import KeptMaker, tells_all
from geleerd.adapters.mkdocs.links import RepositoryLinks
from geleerd.adapters.mkdocs.listed_files import NOTHING_TO_WALK, take_out_unlisted, with_drawings, with_listed
from geleerd.adapters.mkdocs.neighbours import refused_neighbour, was_noticed
from geleerd.adapters.mkdocs.options import PluginConfig
from geleerd.adapters.mkdocs.pages import (
    add_artefacts,
    hide_unshown,
    lighten_theme_files,
    mend_pages,
    remove_unused_theme_files,
    share_tags_of,
)
from geleerd.adapters.mkdocs.staging import StagedBuild, is_served
from geleerd.adapters.mkdocs.watching import watch_without_links
from geleerd.adapters.outside.collector import rarely_collecting
from geleerd.adapters.outside.mishap import sentence_of
from geleerd.adapters.outside.progress import with_bars
from geleerd.adapters.outside.recorded_build import finish
from geleerd.adapters.outside.site_files import checksums
from geleerd.adapters.outside.site_policy import write_policy
from geleerd.adapters.settings.configuration import read_configuration
from geleerd.adapters.settings.folders import below
from geleerd.adapters.settings.frame import FAVICON, shown_by_frame, with_menus, without_effect
from geleerd.adapters.settings.load import settings_of, with_folders, with_right_folders
from geleerd.commonmark.easy_words import links_between
from geleerd.commonmark.filled import filled
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.making.framing import OTHER_PROGRAM
from geleerd.making.hyphens import with_soft_hyphens
from geleerd.making.maker import Maker
from geleerd.model.elsewhere.other_bases import FETCHED
from geleerd.model.problem_codes import Severity
from geleerd.model.problems import has_errors
from geleerd.model.settings import Options, Settings
from geleerd.model.strings import SourcePath
from geleerd.pipeline import EarlierBuild, Site, build
from geleerd.relate.places.staff_files import staff_drawings, staff_files
from geleerd.render.parts.templates import drawing_beside, theme_folder
from geleerd.render.pictures.which import picture_of_site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# The name under which MkDocs counts warnings for a strict build.
log = logging.getLogger("mkdocs.plugins.geleerd")

_LEVELS = {Severity.ERROR: logging.WARNING, Severity.HINT: logging.INFO}
_FAVICON_OF_MATERIAL = "assets/images/favicon.png"
_FIRST = 100
_LAST = -100


class GeleerdPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves its own hook untyped
    """Builds the pages of a knowledge base into a MkDocs site."""

    def __init__(self) -> None:
        self._output: StagedBuild | None = None
        self._complete = False
        self._command = ""
        self._site: Site | None = None
        self._maker: KeptMaker | None = None
        self._current: Page | None = None
        self._began = 0.0
        self._docs_dir = ""

    @property
    def _words(self) -> Catalogue:
        return catalogue(self.config.options.language)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command: whoever serves has a folder of the host, and any other replaces the existing site."""
        self._command = "serve" if is_served() else command

    @event_priority(_FIRST)
    def on_config(self, config: "MkDocsConfig") -> "MkDocsConfig":
        """Add the product's theme and link resolver, and build in a folder beside the existing site."""
        self._began = time.monotonic()
        if not config.use_directory_urls:
            raise PluginError(self._words.console("directory-urls"))
        if refusal := refused_neighbour(config.plugins, self._words):
            raise PluginError(refusal)
        settings = settings_from(config, self.config.options)  # it refuses folders before anybody looks into them
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme_folder()))  # the owner's own folder wins over the product's
        if config.theme.get("favicon") in {None, _FAVICON_OF_MATERIAL}:
            config.theme["favicon"] = FAVICON
        config.theme["say"] = self._words.say
        config.theme["word"] = self._words.word
        config.theme.static_templates.discard("sitemap.xml")  # MkDocs' own sitemap says that every page changed today
        config.theme.static_templates.add("404.html")  # which a theme of no name does not ask for
        for name, shown in shown_by_frame(settings).items():
            config.theme[name] = shown
        config.extra.update(with_menus(config.extra, settings.look))
        if self._command != "serve" and self._output is None:
            self._output = StagedBuild(config, settings, self._words)
        return config

    @event_priority(_LAST)
    def on_pre_build(self, config: "MkDocsConfig") -> None:
        """Let MkDocs, which comes next, walk over nothing."""
        self._docs_dir, config.docs_dir = config.docs_dir, NOTHING_TO_WALK

    @event_priority(_FIRST)
    def _build(self, files: "Files", config: "MkDocsConfig") -> "Files":
        """Build the site, give MkDocs the artefacts and the staff's files, and log all problems."""
        config.docs_dir = self._docs_dir
        settings = settings_from(config, self.config.options)
        folders = settings.folders
        draw = partial(drawn, folder=kept_folder(folders.root, CACHE), draw=partial(pictured, root=folders.root))
        asking = who_asks(config, self, settings.overrides)
        frame = None if asking else frame_of(config, folders.content)
        if asking:
            log.info(self._words.console("pages-by-host", who=", ".join(asking)))
        if was_noticed():
            log.info(self._words.console("notice-of-material"))
        if config.config_file_path and (idle := without_effect(read_configuration(Path(config.config_file_path)))):
            log.info(self._words.console("without-effect", names=", ".join(idle)))
        words = catalogue(settings.language, settings.declarations)
        known = EarlierBuild(known_words(folders.root, words), known_files(settings))
        changed = days_from_git(folders, self._words, log.info)
        with rarely_collecting(), with_bars(words):
            settings = replace(settings, changed=changed)
            self._maker = KeptMaker(settings, frame, self._maker.made if self._maker else {}) if frame and tells_all(frame) else None
            self._site = build(settings, draw, (self._maker or Maker(settings, frame)).make, known)
        if self._site.known_words != known.words:
            keep_words(self._site.known_words, folders.root, words)
        keep_files(self._site.reading.known_files, known.files, settings)
        for failure in self._site.reading.failures:
            log.debug("%s: %s", failure.path, failure.trace)
        for problem in self._site.reading.problems:
            log.log(_LEVELS[problem.severity], "%s: %s: %s", problem.place, problem.code, words.problem(problem))
        collection = self._site.reading.library.collection
        files = with_listed(files, staff_files(collection, folders), folders.content, config, words)
        files = with_drawings(files, staff_drawings(collection, folders), folders.content)
        remove_unused_theme_files(files)
        lighten_theme_files(files)
        add_artefacts(self._site, files, config, folders)
        config.theme["share_tags"] = partial(share_tags_of, self._site, picture_of_site(settings))
        config.theme["drawing"] = drawing_beside
        hide_unshown(files, settings.declarations)
        mend_pages(collection.staff_pages, files, folders.content)
        config.markdown_extensions += [RepositoryLinks(self._site.reading.library, files, lambda: self._current), TableSides()]  # type: ignore[list-item]  # MkDocs types names only, Markdown takes instances
        return files

    @event_priority(_LAST)
    def _take_out(self, files: "Files", config: "MkDocsConfig") -> "Files":
        """Remove what other plugins found by walks of their own, along links or among hidden files."""
        if self._site:
            folders = self._site.settings.folders
            take_out_unlisted(files, staff_files(self._site.reading.library.collection, folders), folders.content, config)
        return files

    on_files = CombinedEvent(_build, _take_out)

    def on_page_markdown(self, markdown: str, page: "Page", config: "MkDocsConfig", files: "Files") -> str:
        """Remember the page whose links will be resolved next, and put the owner's own words in it."""
        self._current = page
        if page.meta.get("template") == OTHER_PROGRAM:
            del page.meta["template"]
        if self._site is None:
            return markdown
        pages, say = self._site.reading.library.collection.staff_pages, self._words.say
        path = SourcePath(f"{self._site.settings.content_dir}/{page.file.src_uri}")
        begin = links_between(pages, say("easy-words"), say("ordinary-words")).get(path, "")
        return begin + filled(markdown.removeprefix(begin), self._site.settings.words_to_fill, self._words.say("to-fill-in"))

    @event_priority(_LAST)
    def on_post_page(self, output: str, page: "Page", config: "MkDocsConfig") -> str:
        """Let long words in headings and labels break with a hyphen."""
        return with_soft_hyphens(output, self._words.language)

    @event_priority(_LAST)
    def on_post_template(self, output_content: str, template_name: str, config: "MkDocsConfig") -> str:
        """Do so, too, in the page for addresses that lead nowhere."""
        return with_soft_hyphens(output_content, self._words.language) if template_name.endswith(".html") else output_content

    @event_priority(_LAST)
    def on_post_build(self, config: "MkDocsConfig") -> None:
        """Write the search index, then the policy into the pages as all plugins left them, and finish the site.

        The policy reads every file of the site, so nobody may write there any more.
        A strict build fails on errors, even if `--quiet` hides them. `mkdocs serve` puts a script in every page: no policy there.
        """
        if config.strict and self._site and has_errors(self._site.reading.problems) and not log.isEnabledFor(logging.WARNING):
            raise Abort(self._words.console("strict"))
        if self._site:
            documents, asked = self._site.documents, self._site.settings
            size = write_search_index(documents, asked.language, Path(config.site_dir))
            log.info(self._words.console("search-index", count=len(documents), size=size // 1000))
        if self._site and self._command != "serve":
            for sentence in policy_sentences(write_policy(Path(config.site_dir), self._site.settings, self._site.secured), self._words):
                log.warning(sentence)
            config_file = config.config_file_path
            site = Path(config.site_dir)
            found = checksums(site)
            finish(site, self._site.settings, config_file and read_configuration(Path(config_file)), found)
            if self._maker:
                self._maker.keep(site, found)
            told = unsettled(self._site.reading.library, self._site.settings, self._words) if self._command == "build" else ()
            for sentence in (*redirects_sentences(Path(config.site_dir), self._words), *told):
                log.info(sentence)
        self._complete = True

    @event_priority(_LAST)
    def on_build_error(self, error: Exception) -> None:
        """Leave the existing site as it is, and say in a sentence what went wrong."""
        self._complete = False
        if self._output:
            self._output.refuse(error)
        if told := sentence_of(error, self._words):
            raise PluginError(told) from None

    @event_priority(_LAST)
    def on_shutdown(self) -> None:
        """Put the new site in place, and print one line about the build."""
        if self._output:
            self._output.settle(complete=self._complete and sys.exception() is None)  # somebody may have stopped it since
        if self._site and self._command == "build":
            log.info(summary(self._site.reading, self._site.reading.library.catalogue, time.monotonic() - self._began))

    def on_serve(self, server: "LiveReloadServer", config: "MkDocsConfig", builder: object) -> "LiveReloadServer":
        """Watch the folder of contributors, too, and what was fetched of others."""
        folders = settings_from(config, self.config.options).folders
        for folder in (folders.root / folders.lessons, folders.root / FETCHED):
            if folder.is_dir():
                server.watch(str(folder))
        watch_without_links(server)
        return server


def settings_from(config: "MkDocsConfig", options: Options) -> Settings:
    """The settings of the build, from the configuration of MkDocs. Raises `PluginError` for folders that cannot hold a knowledge base."""
    here = Path(os.path.abspath(config.config_file_path)).parent if config.config_file_path else Path.cwd()  # noqa: PTH100  # a link stays one
    try:
        settings = settings_of(
            options,
            root=here.resolve(),
            content_dir=below(here, config.docs_dir),
            site_name=config.site_name,
            site_url=config.site_url or "",
            custom_dir=config.theme.custom_dir,
        )
        return with_folders(with_right_folders(settings))
    except click.UsageError as refusal:
        raise PluginError(str(refusal)) from None
