"""Commits as packages that run beside each other, without a trace in the repository or in its virtual environment."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def commit_of(name: str) -> str:
    """The commit that a name stands for. Ends the program when there is none."""
    result = _git(ROOT, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", check=False)
    return result.stdout.strip() or sys.exit(f"There is no commit {name} here.")


def check_out(commit: str, folder: Path) -> None:
    """The files of a commit, with the history that leads to it.

    A clone that borrows its objects: a worktree would stay known to the repository when this program is stopped.
    """
    _git(ROOT, "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(folder))
    _git(folder, "checkout", "--quiet", "--detach", commit)


def copy_work(folder: Path) -> None:
    """The files as they lie here now, without what git ignores: an older build would come along in the package."""
    listed = _git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():  # a file may have been removed since it was added
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def install(source: Path, target: Path) -> None:
    """The package of a folder in a folder of its own; what it needs stays that of the environment."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    alone = ["--no-index", "--no-deps", "--no-build-isolation"]
    result = subprocess.run([*pip, *alone, "--target", str(target), str(source)], capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"The package cannot be installed.\n{result.stderr}")


def cleaned(folder: Path) -> None:
    """Make a checkout what it was. Ends the program when something changed what was committed: both packages must read the same."""
    _git(folder, "clean", "--quiet", "-xdff")
    if changed := _git(folder, "status", "--porcelain").stdout:
        sys.exit(f"A command changed the knowledge base, so that the packages would not read the same:\n{changed}")


def _git(folder: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}  # a hook would have it look elsewhere
    return subprocess.run(["git", *words], cwd=folder, env=own, capture_output=True, text=True, check=check)  # noqa: S607  # whichever git the person uses
