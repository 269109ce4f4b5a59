"""Who writes the documents of a site: ourselves, unless another plugin or hook, or an owner's template, counts on the pages of MkDocs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.config_options import ExtraScriptValue

from geleerd.making.frame import EditLinks, PageFrame
from geleerd.making.framing import ExtraScript, asks_for_more
from geleerd.model.frozen import Frozen

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_PAGE_EVENTS = ("page_read_source", "page_markdown", "page_content", "page_context", "post_page", "pre_page", "nav", "env")
"""The events with which a plugin takes part in the making of pages."""

_HOW_IT_BUILDS = frozenset(
    {
        *("plugins", "hooks", "theme", "markdown_extensions", "nav", "watch", "dev_addr", "strict", "validation"),
        *("exclude_docs", "draft_docs", "not_in_nav", "config_file_path", "docs_dir", "site_dir"),
    }
)
"""The options that tell how the host builds and where: no page shows them, and they differ between builds of one site."""


def who_asks(config: "MkDocsConfig", own: object, overrides: Sequence[Path]) -> tuple[str, ...]:
    """The plugins, hooks and templates that need MkDocs to make the pages, by name, each once."""
    return tuple(dict.fromkeys((*_askers(config, own), *asks_for_more(overrides))))


def frame_of(config: "MkDocsConfig", content: str) -> PageFrame:
    """What the frame shows of a configuration; `content` is the folder of pages, from the folder of the configuration."""
    edit = EditLinks(config.repo_url or "", config.edit_uri or "", str(config.edit_uri_template or ""), content)
    values = {key: value for key, value in config.items() if key not in _HOW_IT_BUILDS}
    theme = {name: value for name in config.theme if not callable(value := config.theme[name])}
    shown = {"theme": Frozen({**theme, "locale": str(theme.get("locale"))}), "extra": dict(config.extra)}
    return PageFrame(Frozen({**values, **shown, "extra_javascript": tuple(map(_script, config.extra_javascript))}), edit)


def _askers(config: "MkDocsConfig", own: object) -> Iterator[str]:
    for event in _PAGE_EVENTS:
        for method in config.plugins.events.get(event, ()):
            if getattr(method, "__self__", None) is not own:
                yield config.plugins._event_origins.get(method) or str(getattr(method, "__module__", event))  # noqa: SLF001  # MkDocs tells it nowhere else


def _script(script: ExtraScriptValue | str) -> ExtraScript | str:
    return script if isinstance(script, str) else ExtraScript(script.path, script.type, is_deferred=script.defer, is_async=script.async_)
