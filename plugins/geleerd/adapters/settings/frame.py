"""What `mkdocs.yml` says for the frame around every page, read without the host and with the host's own defaults."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from geleerd.making.frame import EditLinks, PageFrame
from geleerd.making.framing import ExtraScript
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Look, Settings

_EDITED_AT = Frozen({"github.com": "edit/master/docs/", "gitlab.com": "edit/master/docs/", "bitbucket.org": "src/default/docs/"})
"""Where a host of repositories has its editor, by MkDocs (`edit_uri`)."""

_NOT_TAKING_PART = ("hooks", "nav", "extra_templates")
FAVICON = "assets/images/favicon.svg"
"""The icon of a site whose owner chose none."""


def frame_from(written: Mapping[str, Any], settings: Settings) -> PageFrame:
    """The values for the frame's template."""
    theme = written.get("theme")
    shown = {
        "site_description": None,
        "copyright": None,
        "repo_url": None,
        **{key: value for key, value in written.items() if key not in {"plugins", "hooks", "markdown_extensions", "nav"}},
        "site_name": settings.site_name,
        "site_url": settings.site_url,
        "extra": with_menus(written.get("extra") or {}, settings.look),
        "extra_css": tuple(map(str, written.get("extra_css") or ())),
        "extra_javascript": tuple(map(_script, written.get("extra_javascript") or ())),
        "theme": Frozen({"favicon": FAVICON, **(theme if isinstance(theme, Mapping) else {}), **shown_by_frame(settings)}),
    }
    return PageFrame(Frozen(shown), _edit_links(written, settings.content_dir))


def shown_by_frame(settings: Settings) -> Mapping[str, object]:
    """What the frame shows of the options of the plugin, as values of the theme."""
    return {"newsletter": settings.newsletter, "own_logo": settings.look.logo}


def with_menus(extra: Mapping[str, Any], look: Look) -> dict[str, Any]:
    """The owner's own values for templates, with the menus of the look, which go before those that stand there."""
    menus = {"menu": look.menu, "footer": look.footer}
    return {**extra, **{name: entries for name, entries in menus.items() if entries}}


_OF_MATERIAL = ("logo", "palette", "features")


def not_taking_part(written: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of what only the host can do, in the order of the file: other plugins, hooks, a navigation, values with a Python tag."""
    plugins = written.get("plugins") or ()
    names = [next(iter(plugin)) if isinstance(plugin, Mapping) else str(plugin) for plugin in plugins]
    return (*(name for name in names if name != "geleerd"), *(key for key in _NOT_TAKING_PART if written.get(key)))


def without_effect(written: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of what MkDocs and Material know and no page of ours shows: a navigation, a logo and a palette of the theme."""
    theme = written.get("theme")
    of_theme = [f"theme.{key}" for key in _OF_MATERIAL if isinstance(theme, Mapping) and theme.get(key)]
    return (*(["nav"] if written.get("nav") else []), *of_theme)


def site_folder(written: Mapping[str, Any], settings: Settings) -> Path:
    """The folder to which the site is written."""
    return settings.root / str(written.get("site_dir") or "site")


def _edit_links(written: Mapping[str, Any], content: str) -> EditLinks:
    repository = str(written.get("repo_url") or "")
    edit = written.get("edit_uri")
    if edit is None:
        edit = _EDITED_AT.get(urlsplit(repository).netloc.lower(), "")
    folder = f"{str(edit).rstrip('/')}/" if edit else ""
    return EditLinks(repository, folder, str(written.get("edit_uri_template") or ""), content)


def _script(script: object) -> ExtraScript | str:
    if not isinstance(script, Mapping):
        return ExtraScript(str(script), "module") if str(script).endswith(".mjs") else str(script)
    return ExtraScript(
        str(script.get("path", "")),
        str(script.get("type", "")),
        is_deferred=bool(script.get("defer")),
        is_async=bool(script.get("async")),
    )
