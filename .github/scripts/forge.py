"""The one door to the forge: what a workflow may believe of its event, ask of the API, and say to people.

Everything in an event that a stranger can choose (titles, texts, names of branches) is data: it goes to `gh` as one whole
argument or on standard input, never through a shell, and never into the log.
"""

import html
import json
import os
import re
import subprocess
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

_CATALOGUE = Path(__file__).parents[2] / "plugins/geleerd/locale/nl.toml"
_NOTHING: Mapping[str, object] = MappingProxyType({})


class RefusedError(Exception):
    """The event, an artifact or an answer of the forge is not what it must be. The message holds no text of strangers."""


def event() -> dict[str, Any]:
    """What happened, as GitHub wrote it down for this run; of this repository, or it is refused."""
    happened = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    if not isinstance(happened, dict) or part(happened, "repository", "full_name") != repository():
        raise RefusedError("the event is not about this repository")
    return happened


def repository() -> str:
    """The name of this repository, as `owner/name`."""
    name = os.environ["GITHUB_REPOSITORY"]
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+", name):
        raise RefusedError("GITHUB_REPOSITORY is not a repository")
    return name


def part(whole: object, *keys: str) -> Any:  # noqa: ANN401 - JSON holds anything
    """What stands under the keys, one in another; `None` where one of them is missing."""
    for key in keys:
        whole = whole.get(key) if isinstance(whole, dict) else None
    return whole


def number(whole: object, *keys: str) -> int:
    """The number that the forge gave to a run, an issue, an artifact or a pull request."""
    found = part(whole, *keys)
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise RefusedError(f"{'.'.join(keys)} is not a number")
    return found


def commit(whole: object, *keys: str) -> str:
    """The full name of a commit or tree."""
    found = part(whole, *keys)
    if not isinstance(found, str) or not re.fullmatch(r"[0-9a-f]{40}", found):
        raise RefusedError(f"{'.'.join(keys)} is not a commit")
    return found


def ask(path: str, *, method: str = "GET", query: Mapping[str, object] = _NOTHING, body: object = None) -> Any:  # noqa: ANN401 - JSON holds anything
    """What the API answers about something in this repository. `path` holds numbers, commits and fixed words only."""
    answer = raw(path, method=method, query=query, body=body)
    return json.loads(answer)


def raw(path: str, *, method: str = "GET", query: Mapping[str, object] = _NOTHING, body: object = None) -> bytes:
    """The bytes of an answer. Raises `RefusedError` when the forge says no."""
    # --raw-field and not --field: that one reads a file when a value begins with @.
    fields = [word for key, value in query.items() for word in ("--raw-field", f"{key}={value}")]
    command = ["gh", "api", "--method", method, f"repos/{repository()}/{path}", *fields]
    data = None if body is None else json.dumps(body).encode()
    command += [] if data is None else ["--input", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=60)  # noqa: S603 - no shell, see above
    if done.returncode:
        raise RefusedError(f"the forge refused {method} {path}")
    return done.stdout


def say(issue: int, mark: str, text: str) -> None:
    """Puts a text below an issue or pull request, in place of what this workflow said there before under the same mark."""
    hidden = f"<!-- geleerd: {mark} -->"
    body = {"body": f"{hidden}\n{text}"}
    earlier = next((number(comment, "id") for comment in _comments(issue) if _is_own(comment, hidden)), None)
    if earlier:
        ask(f"issues/comments/{earlier}", method="PATCH", body=body)
    else:
        ask(f"issues/{issue}/comments", method="POST", body=body)


def _comments(issue: int) -> Iterator[object]:
    for page in range(1, 100):
        comments = ask(f"issues/{issue}/comments", query={"per_page": 100, "page": page})
        yield from comments
        if len(comments) < 100:
            return


def _is_own(comment: object, hidden: str) -> bool:
    return part(comment, "user", "login") == "github-actions[bot]" and str(part(comment, "body")).startswith(hidden)


def run_page(run: int) -> str:
    """The address of a run, for people."""
    return f"{os.environ['GITHUB_SERVER_URL']}/{repository()}/actions/runs/{run}"


def sentence(key: str, **words: object) -> str:
    """A sentence of the catalogue, filled in with what this repository and the forge's own numbers give."""
    return str(_SENTENCES[key]).format_map(words)


_SENTENCES: Mapping[str, Any] = tomllib.loads(_CATALOGUE.read_text(encoding="utf-8"))["console"]

_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)
_CODE = re.compile(r"^(- \*\*[^\n]+\n)\n(?: {6}[^\n]*(?:\n|\Z))+", re.MULTILINE)
"""Code of six spaces, right below the only line of an item in a list that is in no other: nothing in it means anything, or ends it."""
_CHARACTER = re.compile(r"&#\d{2,7};")
_MARKUP = re.compile(r"[#$&<>@[\\\]^_`{|}~]")
_LINK = re.compile(r"@\w|#\d|://|\bwww\.|\bgh-\d", re.IGNORECASE)
_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def harmless(text: str) -> bool:
    """Whether a text in Markdown does nothing but be read, as all that `geleerd check --format comment` writes.

    The text comes out of a run that strangers control, so it is not believed: no markup but headings, lists, bold and code;
    nobody mentioned, no issue named, no address, but in code; nothing invisible but the space without width that keeps those apart.
    """
    source = _HEADING.sub("", _CODE.sub(r"\1", text))
    shown = html.unescape(source)
    return not (
        _MARKUP.search(_CHARACTER.sub("", source))
        or _LINK.search(shown)
        or any(unicodedata.category(character) in _INVISIBLE for character in (shown + text).replace("\n", "").replace("\u200b", ""))
    )
