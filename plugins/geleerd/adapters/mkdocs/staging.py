"""A build of MkDocs in a folder beside the site, which it replaces only when it has succeeded."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import click
from mkdocs.exceptions import Abort, PluginError

from geleerd.adapters.output.output_error import OutputError, is_full, refusal_of
from geleerd.adapters.output.staging import Staging
from geleerd.adapters.output.strangers import must_hold_no_stranger
from geleerd.adapters.output.whose import must_be_ours, sources_of
from geleerd.locale.catalogue import Catalogue
from geleerd.model.settings import Settings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_log = logging.getLogger("mkdocs.plugins.geleerd")


def is_served() -> bool:
    """Whether MkDocs serves what it builds, from a folder of its own; it also calls a clean one of those a build."""
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "serve"


class StagedBuild:
    """The output of a build: the host writes to a folder beside the site."""

    def __init__(self, config: "MkDocsConfig", settings: Settings, words: Catalogue) -> None:
        """Raises `PluginError`, before anything is touched, when the place of the site is not ours."""
        self._config = config
        self._words = words
        self._site = Path(config.site_dir)
        try:
            must_be_ours(self._site, settings.root, sources_of(settings))
            self._staging = Staging(self._site, waiting=lambda: self._say("output-waiting"), check=must_hold_no_stranger)
        except OutputError as error:
            raise PluginError(self._sentence(error)) from None
        if self._staging.found:
            self._say(f"output-{self._staging.found}")
        config.site_dir = str(self._staging.folder)

    def refuse(self, error: Exception) -> None:
        """Raises `Abort` with a sentence for an error that says that the output cannot be written."""
        if isinstance(error, OSError) and (is_full(error) or self._is_in_output(error.filename)):
            raise Abort(self._sentence(refusal_of(error, self._site))) from None

    def settle(self, *, complete: bool) -> None:
        """Put a complete site in its place. Raises `Abort` when that cannot be done; the former site then stands."""
        self._config.site_dir = str(self._site)  # where the host looks for what it publishes
        try:
            self._staging.settle(complete=complete)
        except OutputError as error:
            raise Abort(self._sentence(error)) from None

    def _is_in_output(self, path: object) -> bool:
        return isinstance(path, str) and Path(path).is_relative_to(self._staging.folder)

    def _say(self, key: str) -> None:
        _log.info(self._words.console(key, path=self._site))

    def _sentence(self, error: OutputError) -> str:
        return self._words.console(error.key, **error.words)
