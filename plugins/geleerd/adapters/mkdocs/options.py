"""The options as MkDocs loads them."""

from dataclasses import asdict, fields

from mkdocs.config import base

from geleerd.adapters.settings.options import WrongOptionError, options_from
from geleerd.model.settings import Options

_NAMES = frozenset(option.name for option in fields(Options))


class PluginConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its own hook untyped
    """What an owner sets under the plugin's name, as the declaration of the options has it."""

    options: Options
    """Known once they are validated."""

    def validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """Which option is wrong and why, and which names are no option."""
        unknown = [(key, f"Unrecognised configuration name: {key}") for key in self.data if key not in _NAMES]
        try:
            self.options = options_from(self.data)
        except WrongOptionError as wrong:
            return [(wrong.option, base.ValidationError(str(wrong)))], unknown
        self.data.update(asdict(self.options))
        return [], unknown
