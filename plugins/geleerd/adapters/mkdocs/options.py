"""The options of the plugin, for MkDocs to load."""

from dataclasses import fields

from mkdocs.config import base

from geleerd.adapters.settings.options import WrongOptionError, options_from
from geleerd.model.settings import Options

_NAMES = frozenset(option.name for option in fields(Options))


class PluginConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its own hook untyped
    """The options that an owner sets under the plugin's name, according to their declaration."""

    options: Options
    """The options; set by `validate`."""

    def validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """The errors in the options, and warnings about names that are no option."""
        unknown = [(key, f"Unrecognised configuration name: {key}") for key in self.data if key not in _NAMES]
        try:
            self.options = options_from(self.data)
        except WrongOptionError as wrong:
            return [(wrong.option, base.ValidationError(str(wrong)))], unknown
        self.data.update((name, getattr(self.options, name)) for name in _NAMES)
        return [], unknown
