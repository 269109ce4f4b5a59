"""Loads the settings of a knowledge base, for the build and the commands; its `mkdocs.yml` is in the current folder or above it."""

import posixpath
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from geleerd.adapters.outside.clock import today
from geleerd.adapters.settings.configuration import CONFIG, read_configuration
from geleerd.adapters.settings.options import WrongOptionError, options_from
from geleerd.model.settings import Options, Settings


def find_settings(start: Path) -> Settings:
    """The settings of the knowledge base around a folder; without a `mkdocs.yml`, default settings for the folder itself."""
    start = start.resolve()
    root = next((folder for folder in (start, *start.parents) if (folder / CONFIG).is_file()), None)
    return Settings(root=start, today=today(), site_name="") if root is None else settings_at(root)


def settings_at(root: Path) -> Settings:
    """The settings of the knowledge base whose `mkdocs.yml` lies in a folder. Raises `click.ClickException` for an unreadable file."""
    written = read_configuration(root / CONFIG)
    theme = written.get("theme")
    return settings_of(
        _options(written),
        root=root,
        content_dir=posixpath.normpath(str(written.get("docs_dir", "docs"))),
        site_name=str(written.get("site_name") or ""),
        site_url=str(written.get("site_url") or ""),
        custom_dir=theme.get("custom_dir") if isinstance(theme, Mapping) else None,
    )


def settings_of(options: Options, *, root: Path, content_dir: str, site_name: str, site_url: str, custom_dir: object) -> Settings:
    """The settings for today, from the owner's options for the plugin and the host. `custom_dir` is the owner's folder of templates."""
    return Settings(
        **asdict(options),
        root=root,
        content_dir=content_dir,
        today=today(),
        site_name=site_name,
        site_url=site_url,
        overrides=(root / str(custom_dir),) if custom_dir else (),
    )


def _options(written: Mapping[str, Any]) -> Options:
    plugins = written.get("plugins") or []
    entries = plugins.items() if isinstance(plugins, Mapping) else (e for p in plugins if isinstance(p, Mapping) for e in p.items())
    own = next((values or {} for name, values in entries if name == "geleerd"), {})
    if not isinstance(own, Mapping):
        raise click.UsageError(f"{CONFIG}: Invalid config options for the 'geleerd' plugin.")
    try:
        return options_from(own)
    except WrongOptionError as wrong:
        raise click.UsageError(f"{CONFIG}: {wrong.option}: {wrong}") from None
