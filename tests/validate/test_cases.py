"""Golden cases: files that a contributor could write, and everything that the check says of them.

With `base`, the case is about a change: those files were published before.
"""

import base64
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from geleerd import Code, catalogue
from geleerd.adapters.commands.checking.check import check
from geleerd.adapters.commands.checking.reports import as_text
from tests.workbench.revisions import commit

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def put(path: Path, content: Any) -> None:
    """Writes a file of a case: a text, a text in another encoding, a long repetition, or a link; nothing removes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    match content:
        case None:
            path.unlink()
        case str():
            path.write_bytes(content.encode())
        case {"repeat": [text, times]}:
            path.write_text(text * times)
        case {"repeat-in": [before, text, times, after]}:
            path.write_text(before + text * times + after)
        case {"base64": data}:
            path.write_bytes(base64.b64decode(data))
        case {"symlink": target}:
            path.symlink_to(target)
        case dict():
            ((encoding, text),) = content.items()
            path.write_bytes(text.encode(encoding))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_check_says_what_the_case_expects(path, write, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    case = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    root = write({})
    if "base" in case:
        for name, content in case["base"].items():
            put(root / name, content)
        commit(root)
    for name, content in case["files"].items():
        put(root / name, content)
    said = as_text(check([], root, "HEAD" if "base" in case else None).problems, catalogue("nl"))
    assert said == case["expect"].rstrip("\n")


def test_every_code_has_a_case():
    said = "".join(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["expect"] for path in CASES)
    assert set(re.findall(r"^[^ :]+:\d+: ([a-z-]+): ", said, re.MULTILINE)) == set(Code)
