"""The knowledge base that a command works on: found by its `mkdocs.yml`, from the current folder upwards."""

import datetime
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from mkdocs.utils import yaml

from geleerd.adapters.settings.options import Options
from geleerd.model.settings import Folders, Settings

CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Project:
    """A knowledge base on disk: its folders, the language and name of its site, where site and desk are found, and its own templates.

    `left_out` are the patterns of what the site leaves out of the staff's folder, as in a `.gitignore` (MkDocs' `exclude_docs`).
    """

    folders: Folders
    language: str
    site_url: str = ""
    desk: str = ""
    site_name: str = ""
    overrides: tuple[Path, ...] = ()
    left_out: str = ""

    def settings(self, today: datetime.date) -> Settings:
        """What the stages need of it."""
        folders = self.folders
        return Settings(root=folders.root, lessons_dir=folders.lessons, content_dir=folders.content, today=today, language=self.language)


def find_project(start: Path) -> Project:
    """The knowledge base around a folder; without a `mkdocs.yml`, the folder itself with the usual names."""
    start = start.resolve()
    root = next((folder for folder in (start, *start.parents) if (folder / CONFIG).is_file()), None)
    if root is None:
        return Project(Folders(start), Options().language)
    return project_at(root)


def project_at(root: Path) -> Project:
    """The knowledge base of the `mkdocs.yml` in a folder."""
    config = _config(root / CONFIG)
    options = _options(config)
    folders = Folders(root, options.lessons_dir, posixpath.normpath(str(config.get("docs_dir", "docs"))))
    return Project(
        folders=folders,
        language=options.language,
        site_url=str(config.get("site_url") or ""),
        desk=options.desk,
        site_name=str(config.get("site_name") or ""),
        overrides=_overrides(config, root),
        left_out=str(config.get("exclude_docs") or ""),
    )


def _overrides(config: Mapping[str, Any], root: Path) -> tuple[Path, ...]:
    theme = config.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    return (root / str(custom),) if custom else ()


def _config(path: Path) -> Mapping[str, Any]:
    """The file as MkDocs reads it, with `!ENV` and `INHERIT`; tags of Python stay unknown."""
    with path.open("rb") as file:
        return yaml.yaml_load(file, loader=yaml.get_yaml_loader()) or {}


def _options(config: Mapping[str, Any]) -> Options:
    plugins = config.get("plugins") or []
    entries = plugins.items() if isinstance(plugins, Mapping) else (e for p in plugins if isinstance(p, Mapping) for e in p.items())
    options = Options()
    options.load_dict(next((dict(values or {}) for name, values in entries if name == "geleerd"), {}))
    failed, _ = options.validate()
    if failed:
        raise click.UsageError("; ".join(f"{CONFIG}: {key}: {error}" for key, error in failed))
    return options
