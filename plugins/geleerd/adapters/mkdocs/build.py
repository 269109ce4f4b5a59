"""A build by MkDocs, for the commands that need a site."""

from pathlib import Path

from mkdocs.commands import build
from mkdocs.config import load_config


class Build:
    """A build as `mkdocs build` does it with a `mkdocs.yml`. All errors of MkDocs are a `click.ClickException`."""

    def __init__(self, configuration: Path) -> None:
        self._config = load_config(str(configuration))

    @property
    def site(self) -> Path:
        """The folder that MkDocs would write to."""
        return Path(self._config.site_dir)

    def write(self, folder: Path) -> None:
        """Build the site into a folder."""
        self._config.site_dir = str(folder)
        self._config.plugins.on_startup(command="build", dirty=False)
        try:
            build.build(self._config)
        finally:
            self._config.plugins.on_shutdown()
