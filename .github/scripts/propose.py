"""Makes a pull request of what `geleerd import` wrote, and says so below the issue. Run by `import.yml`.

Called with the folder that holds the new files. Only new texts in lessons/ingezonden are taken. The branch and the commit
are made through the API, so that no credentials lie in a work tree.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from forge import RefusedError, ask, commit, event, harmless, number, part, raw, run_page, say, sentence

_FOLDER = "lessons/ingezonden"
_SUMMARY = "samenvatting.md"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
_MOST, _LARGEST = 5, 200_000
"""How many files an issue can give, and how large each may be, in bytes."""


def main(folder: Path, run: int) -> None:
    """Proposes the new files, or says that there are none, or that they were proposed before."""
    happened = event()
    issue = number(happened, "issue", "number")
    files = new_files(folder)
    if not files:
        say(issue, "import", sentence("proposal-failed", url=run_page(run)))
        return
    branch = f"bijdrage/{issue}"
    if any(part(ref, "ref") == f"refs/heads/{branch}" for ref in ask(f"git/matching-refs/heads/{branch}")):
        say(issue, "import", sentence("proposal-exists", branch=f"`{branch}`"))
        return
    base = str(part(happened, "repository", "default_branch"))
    title = sentence("proposal-title", number=issue)
    create_branch(branch, base, files, title)
    body = f"{sentence('proposal-body', number=issue)}\n\n{findings(folder)}\n\nCloses #{issue}\n"
    try:
        made = ask("pulls", method="POST", body={"title": title, "head": branch, "base": base, "body": body})
    except RefusedError:
        # A branch without a proposal would make the next attempt say that there is one.
        raw(f"git/refs/heads/{branch}", method="DELETE")
        say(issue, "import", sentence("proposal-failed", url=run_page(run)))
        raise
    say(issue, "import", sentence("proposal-made", number=number(made, "number")))


def new_files(folder: Path) -> Mapping[str, str]:
    """The texts by their path in the repository. Raises `RefusedError` for anything that is not a new item."""
    found = sorted(path for path in (folder / _FOLDER).rglob("*") if path.is_symlink() or not path.is_dir())
    if len(found) > _MOST:
        raise RefusedError("one issue gave too many files")
    return {f"{_FOLDER}/{path.name}": _text(path, folder) for path in found}


def _text(path: Path, folder: Path) -> str:
    plain = path.is_file() and not path.is_symlink() and path.parent == folder / _FOLDER
    if not plain or not _NAME.fullmatch(path.name) or path.stat().st_size > _LARGEST:
        raise RefusedError("the import wrote something that is not an item")
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError("the import wrote something that is no text") from error


def create_branch(branch: str, base: str, files: Mapping[str, str], message: str) -> None:
    """One commit on top of the base, that adds the files and touches nothing else."""
    parent = commit(ask(f"git/ref/heads/{base}"), "object", "sha")
    base_tree = commit(ask(f"git/commits/{parent}"), "tree", "sha")
    entries = [{"path": path, "mode": "100644", "type": "blob", "content": text} for path, text in files.items()]
    tree = commit(ask("git/trees", method="POST", body={"base_tree": base_tree, "tree": entries}), "sha")
    made = commit(ask("git/commits", method="POST", body={"message": message, "tree": tree, "parents": [parent]}), "sha")
    ask("git/refs", method="POST", body={"ref": f"refs/heads/{branch}", "sha": made})


def findings(folder: Path) -> str:
    """What the check said of the new files; nothing where that is missing or holds more than text."""
    path = folder / _SUMMARY
    text = path.read_text(encoding="utf-8").strip() if path.is_file() else ""
    return text if harmless(text) else ""


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), int(sys.argv[2]))
    except RefusedError as refusal:
        sys.exit(f"Refused: {refusal}.")
