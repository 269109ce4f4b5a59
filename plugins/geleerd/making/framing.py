"""Puts the frame around articles, with the template that the host would use: the owner's own, or else the product's."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, TemplateNotFound, TemplateSyntaxError, pass_context
from jinja2.meta import find_referenced_templates, find_undeclared_variables
from jinja2.nodes import Assign, Name, Template
from jinja2.runtime import Context
from markupsafe import Markup, escape

from geleerd.locale.catalogue import Catalogue
from geleerd.making.frame import FramedPage, PageFrame, canonical_of, toc_of, url_of
from geleerd.making.hyphens import with_soft_hyphens
from geleerd.making.relative_links import shown_below, shown_from
from geleerd.model.artefacts import Page
from geleerd.model.frozen import Frozen
from geleerd.render.parts.templates import drawing_beside, theme_folder

ShareTags = Callable[[object, object, str | None], Markup]
"""The elements of a staff page for sites that show a shared link, from its title, description and URL."""

OTHER_PROGRAM = "other-program.html"
"""The template that pages of the staff ask for, so that a program that knows none of ours says that the site is not whole."""


@dataclass(frozen=True, slots=True)
class ExtraScript:
    """A script that the owner adds to every page: its path, and how it is loaded."""

    path: str
    type: str = ""
    is_deferred: bool = False
    is_async: bool = False

    def __str__(self) -> str:
        return self.path


_GIVEN = {"config", "page", "base_url"}
"""What the frame's template has."""


def asks_for_more(overrides: Sequence[Path]) -> Iterator[str]:
    """The owner's templates for the frame that use what only the host has, such as its navigation, or a template of another theme."""
    env = _environment(overrides)
    waiting, seen = ["main.html", "404.html"], set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            tree = env.parse(env.loader.get_source(env, name)[0]) if env.loader else None
        except (TemplateNotFound, TemplateSyntaxError):
            yield name
            continue
        found = tuple(find_referenced_templates(tree)) if tree else ()
        if None in found or (tree and find_undeclared_variables(tree) - _GIVEN - _set_in(tree)):
            yield name
        waiting += [other for other in found if other]


def _set_in(template: Template) -> set[str]:
    """The names that a template sets itself; its blocks see those too."""
    return {name.name for assignment in template.find_all(Assign) for name in assignment.find_all(Name) if name.ctx == "store"}


def _environment(overrides: Sequence[Path]) -> Environment:
    env = Environment(loader=FileSystemLoader([*overrides, theme_folder()]), auto_reload=False)  # noqa: S701  # the templates escape, as those of the host
    env.filters |= {"url": _url, "script_tag": _script_tag}
    return env


class Framing:
    """Makes documents of articles. Its templates escape nothing by themselves, as those of the host: what they print is escaped there."""

    def __init__(self, frame: PageFrame, catalogue: Catalogue, overrides: Sequence[Path], share_tags: ShareTags | None = None) -> None:
        self._frame = frame
        self._language = catalogue.language
        self._env = _environment(overrides)
        theme = frame.configuration.get("theme")
        words = {"say": catalogue.say, "word": catalogue.word, "share_tags": share_tags, "drawing": drawing_beside}
        self._config = {**frame.configuration, "theme": {**(theme if isinstance(theme, Mapping) else {}), **words}}

    def document(self, page: Page, site_url: str) -> str:
        """The whole document of a page of ours that is made."""
        title, description = escape(page.title), escape(page.description)
        meta = {
            **page.front_matter,
            **({"robots": "noindex"} if page.hidden else {}),
            **({"feeds": page.feeds} if page.feeds else {}),
            "title": title,
            "description": description,
            "template": "main.html",
            "head": page.head,
            "geleerd": True,
        }
        return self.framed(
            FramedPage(
                title=title,
                content=page.content,
                meta=Frozen(meta),
                url=url_of(page.address),
                canonical_url=canonical_of(page, site_url),
                edit_url=self._frame.edit.to(page.source) if page.source else None,
                is_homepage=not page.address,
                toc=toc_of(page.headings),
            )
        )

    def framed(self, page: FramedPage) -> str:
        """The whole document of any page, with the template that it asks for."""
        asked = str(page.meta.get("template", "main.html"))
        return self._shown("main.html" if asked == OTHER_PROGRAM else asked, page, shown_from(page.url, "."))

    def alone(self, template: str, base_url: str) -> str:
        """The document of a template without a page, such as that of an address that does not exist."""
        return self._shown(template, None, base_url)

    def _shown(self, template: str, page: FramedPage | None, base_url: str) -> str:
        html = self._env.get_template(template).render(config=self._config, page=page, base_url=base_url)
        return with_soft_hyphens(html, self._language)


@pass_context
def _url(context: Context, written: object) -> str:
    """What the filter `url` of the host gives: the link from the page, or below `base_url` where there is no page."""
    page = context.get("page")
    return shown_from(page.url, str(written)) if page else shown_below(context["base_url"], str(written))


@pass_context
def _script_tag(context: Context, script: ExtraScript | str) -> Markup:
    """What the filter `script_tag` of the host gives: the element that loads a script."""
    kind, marks = "", ""
    if isinstance(script, ExtraScript):
        kind = f' type="{escape(script.type)}"' if script.type else ""
        marks = f"{' defer' * script.is_deferred}{' async' * script.is_async}"
    return Markup(f'<script src="{escape(_url(context, script))}"{kind}{marks}></script>')  # noqa: S704  # its parts are escaped
