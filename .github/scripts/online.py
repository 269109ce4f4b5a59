"""Says once below a merged pull request, and below the issue that it came from, where its items stand online. Run by `publish.yml`.

The site is online when this runs. Which pull requests were merged says the API, not the event; which items they brought say their files
as they stand on the default branch. Of all that people wrote only ids and names of files are used, each in a form that can do nothing.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from forge import RefusedError, ask, commit, event, number, part, repository, say, sentence

_MOST = 50
"""Commits of a push of which the pull requests are asked for, and items that one message names."""

_LARGEST = 200_000
_ITEM = re.compile(r"lessons/(?:[a-z0-9][a-z0-9-]{0,80}/){0,8}[a-z0-9][a-z0-9-]{0,100}\.md")
_ID = re.compile(r"^id:[ \t]*[\"']?([a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{5})[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_SILENT = re.compile(r"^status:[ \t]*[\"']?(?:draft|withdrawn)\b", re.MULTILINE)
_SITE = re.compile(r"https://[A-Za-z0-9.:-]{3,200}(?:/[A-Za-z0-9._~-]{1,100}){0,5}/?")
_FROM_ISSUE = re.compile(r"bijdrage/([1-9]\d{0,9})")


def main(root: Path, site: str) -> None:
    """Tells of every pull request that this push merged."""
    if not _SITE.fullmatch(site):
        raise RefusedError("SITE_URL is not the address of a site")
    happened = event()
    if part(happened, "ref") != f"refs/heads/{part(happened, 'repository', 'default_branch')}":
        raise RefusedError("this was no push to the default branch")
    pulls = {number(pull, "number"): pull for made in commits(happened) for pull in ask(f"commits/{made}/pulls") if _is_merged(pull)}
    for pull in sorted(pulls):
        links = [f"{site.rstrip('/')}/l/{item}/" for item in items(pull, root)]
        if links:
            tell(pull, issue_of(pulls[pull]), links)


def commits(happened: object) -> list[str]:
    """The commits of a push, the newest last."""
    listed = part(happened, "commits") or []
    return [commit(one, "id") for one in listed[-_MOST:]]


def _is_merged(pull: object) -> bool:
    return bool(part(pull, "merged_at")) and part(pull, "base", "repo", "full_name") == repository()


def items(pull: int, root: Path) -> Iterator[str]:
    """The ids of the items that a pull request added or changed, as far as they are online."""
    listed = ask(f"pulls/{pull}/files", query={"per_page": 100})
    paths = [str(part(one, "filename")) for one in listed if part(one, "status") != "removed"]
    found = dict.fromkeys(item for path in paths if _ITEM.fullmatch(path) and (item := item_in(root, root / path)))
    yield from [*found][:_MOST]


def item_in(root: Path, path: Path) -> str:
    """The id in the front matter of a file; empty for a draft, for what was withdrawn, and for anything else."""
    is_plain = path.is_file() and path.resolve().is_relative_to(root.resolve()) and path.stat().st_size <= _LARGEST
    text = path.read_text(encoding="utf-8-sig", errors="replace") if is_plain else ""
    front = text.split("\n---", 1)[0] if text.startswith("---") else ""
    named = _ID.search(front)
    return named[1] if named and not _SILENT.search(front) else ""


def issue_of(pull: object) -> int | None:
    """The issue that an import made a pull request of, by the name of its branch; only a branch of this repository says so."""
    named = _FROM_ISSUE.fullmatch(str(part(pull, "head", "ref")))
    return int(named[1]) if named and part(pull, "head", "repo", "full_name") == repository() else None


def tell(pull: int, issue: int | None, links: list[str]) -> None:
    """One message below the pull request, with the sentence for whoever sent it by mail; and one below its issue."""
    shown = "\n".join(f"- {link}" for link in links)
    mail = sentence("online-mail", links=" ".join(links))
    say(pull, "online", f"{sentence('online-pull')}\n\n{shown}\n\n{sentence('online-desk')}\n\n> {mail}\n")
    if issue:
        say(issue, "online", f"{sentence('online-issue')}\n\n{shown}\n")


if __name__ == "__main__":
    try:
        main(Path.cwd(), os.environ.get("SITE_URL", ""))
    except RefusedError as refusal:
        sys.exit(f"Refused: {refusal}.")
