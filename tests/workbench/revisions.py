"""Git repositories of knowledge bases in tests."""

import os
import subprocess
from pathlib import Path

ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "maintenance.auto",
    "GIT_CONFIG_VALUE_0": "false",
}
"""No settings of the machine, and no second process that tidies up after a commit."""


def git(root: Path, *words: str) -> str:
    """Runs git on a folder, whatever repository or hook the tests themselves run in."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {f"GIT_{role}_{part}": f"test@{part}.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    env = {**own, **who, **ALONE}
    return subprocess.run(["git", *words], cwd=root, env=env, check=True, capture_output=True, text=True).stdout


def commit(root: Path) -> None:
    """Makes what lies in a folder the newest revision of its repository."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--template=", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--no-gpg-sign", "--message", "versie")
