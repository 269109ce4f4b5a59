"""Says below a pull request what the check found. Run by `comment.yml`, with the code of the default branch.

The check itself ran with the code of the pull request, so all that it left behind may be forged. Believed are only the
event and the API: they say which pull request it was. The summary is data: bounded, never unpacked, and posted only when it
can do nothing but be read.
"""

import io
import sys
import zipfile

from forge import RefusedError, ask, commit, event, harmless, number, part, raw, repository, run_page, say, sentence

_WORKFLOW = ".github/workflows/check.yml"
_ARTIFACT, _FILE = "samenvatting", "samenvatting.md"
_LARGEST = 60_000
"""How large the artifact and the summary in it may be, in bytes; a comment holds 65,536 characters."""


def main() -> None:
    """Posts or renews the one comment of the pull request that the check was about."""
    happened = event()
    run = part(happened, "workflow_run")
    if part(run, "event") != "pull_request" or str(part(run, "path")).split("@")[0] != _WORKFLOW:
        raise RefusedError("this was no check of a pull request")
    pull = pull_request(run, str(part(happened, "repository", "default_branch")))
    if pull is None:
        print("No open pull request stands at this commit any more: nothing to say.")
        return
    say(pull, "check", f"{summary(number(run, 'id'))}\n\n{closing(run)}\n")


def pull_request(run: object, base: str) -> int | None:
    """The open pull request that now stands at the commit that was checked.

    From the API and not from the artifact, which could name any other. The event's own list is empty for forks.
    """
    head = commit(run, "head_sha")
    home, owner, branch = (
        part(run, "head_repository", "full_name"),
        part(run, "head_repository", "owner", "login"),
        part(run, "head_branch"),
    )
    if not (owner and branch and home):
        return None  # the fork was removed
    candidates = ask("pulls", query={"state": "open", "base": base, "head": f"{owner}:{branch}"})
    found = [pull for pull in candidates if _stands_at(pull, head, home)]
    return number(found[0], "number") if len(found) == 1 else None


def _stands_at(pull: object, head: str, home: str) -> bool:
    found = [part(pull, *keys) for keys in (("state",), ("head", "sha"), ("head", "repo", "full_name"), ("base", "repo", "full_name"))]
    return found == ["open", head, home, repository()]


def summary(run: int) -> str:
    """What the check wrote for the contributor. Raises `RefusedError` when it is not what the check writes."""
    listed = part(ask(f"actions/runs/{run}/artifacts", query={"name": _ARTIFACT}), "artifacts") or []
    if not listed:
        raise RefusedError("the check left no summary")
    newest = max(listed, key=lambda artifact: number(artifact, "id"))
    if part(newest, "name") != _ARTIFACT or number(newest, "size_in_bytes") > _LARGEST:
        raise RefusedError("the artifact is not the summary, or too large")
    text = unpacked(raw(f"actions/artifacts/{number(newest, 'id')}/zip"))
    if not harmless(text):
        raise RefusedError("the summary holds more than text")
    return text.strip()


def unpacked(archive: bytes) -> str:
    """The one text in the archive, read in memory: no path in it ever reaches the disk."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            names = opened.namelist()
            with opened.open(_FILE) as file:
                data = file.read(_LARGEST + 1)
        text = data.decode("utf-8").replace("\r\n", "\n")
    except Exception as error:
        raise RefusedError("the artifact cannot be read") from error
    if names != [_FILE] or len(data) > _LARGEST:
        raise RefusedError("the artifact holds more than a summary")
    return text


def closing(run: object) -> str:
    """Where to see the site and the details, and what the message is about."""
    url = run_page(number(run, "id"))
    look = "comment-preview" if part(run, "conclusion") == "success" else "comment-details"
    return f"{sentence(look, url=url)}\n\n{sentence('comment-version', commit=commit(run, 'head_sha')[:7])}"


if __name__ == "__main__":
    try:
        main()
    except RefusedError as refusal:
        sys.exit(f"Refused: {refusal}.")
