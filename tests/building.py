"""Building knowledge bases in tests, as a person would."""

import datetime
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from geleerd.pipeline import Settings
from geleerd.read.repository import Folders

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "knowledge_base"
TODAY = datetime.date(2026, 11, 22)

Write = Callable[[Mapping[str, str | bytes]], Path]


def settings(root: Path, language: str = "nl") -> Settings:
    return Settings(Folders(root), TODAY, language, site_url="https://geleerd.example/", desk="redactie@geleerd.example")


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of this environment as a person would, without colours or the clock."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600", **environment}
    return subprocess.run([sys.executable, "-m", *command], cwd=folder, env=env, capture_output=True, text=True, check=False)


def built(folder: Path, *options: str, generator: str = "mkdocs", **environment: str) -> subprocess.CompletedProcess[str]:
    config = ["-f", "mkdocs.yml"] if generator == "properdocs" else []
    return run([generator, "build", *config, *options], folder, **environment)
