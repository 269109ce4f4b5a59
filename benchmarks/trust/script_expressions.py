"""The expressions in the scripts of the pages, and those that travel to them, tried in Node with the texts that their form suggests."""

import json
import re
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path
from re import _parser as parser

from benchmarks.trust.expressions import texts_of
from geleerd.validate.privacy.personal_data import PATTERNS

SCRIPTS = Path(__file__).parent.parent.parent / "plugins/geleerd/theme/assets/scripts"
_PART = r"\\.|\[(?:\\.|[^\]\\\n])*\]"
_LITERAL = re.compile(
    rf"(?:^|[(,=:\[!&|?{{}};>]|\breturn)\s*/((?:{_PART}|[^/\\\[\n*])(?:{_PART}|[^/\\\[\n])*)/([dgimsuvy]*)(?=[\s.,;)\]:])", re.MULTILINE
)
_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
BOUNDED = {
    "form/everyday.js": "reads at most LONGEST characters",
    "personal data, of-a-person": "reads what stands before the @ of an address, at most 100 characters",
}
"""Those that may take the square of so little."""

_OTHERWISE = (
    (r"\\p\{(?:L|Lu|Ll|Alphabetic)\}", "a-zé"),
    (r"\\p\{(?:N|Nd)\}", "0-9"),
    (r"\\p\{\w+\}", "-"),
    (r"\(\?<(?=\w)", "(?P<"),
    (r"\\k<(\w+)>", r"(?P=\1)"),
    (r"\\u\{?([0-9a-fA-F]{4})\}?", r"\\u\1"),
    (r"\[\^\]", r"[\\s\\S]"),
    (r"\\/", "/"),
)
"""What Python writes otherwise; only to find texts, so near is good enough."""


def run() -> list[str]:
    """Those for which ten times the text takes more than thirty times the time, with that text."""
    tried, unread = [], []
    warnings.simplefilter("ignore", FutureWarning)  # Python may one day read a set in a set
    for where, source, flags in (one for one in (*_literals(), *_travelling()) if one[0] not in BOUNDED):
        try:
            tried.append(
                {"where": where, "source": source, "flags": flags, "texts": sorted(texts_of(list(parser.parse(_in_python(source)))))}
            )
        except re.error:
            unread.append(f"{where}: /{source[:60]}/")
    print(f"{len(tried)} expressions in scripts; not understood: {unread or 'none'}")
    node = ["node", str(Path(__file__).with_suffix(".mjs"))]
    return subprocess.run(node, input=json.dumps(tried), capture_output=True, text=True, check=True, timeout=600).stdout.splitlines()


def _literals() -> Iterator[tuple[str, str, str]]:
    for file in sorted(SCRIPTS.rglob("*.js")):
        text = _COMMENT.sub("", file.read_text(encoding="utf-8"))
        yield from ((file.relative_to(SCRIPTS).as_posix(), source, flags) for source, flags in _LITERAL.findall(text))


def _travelling() -> Iterator[tuple[str, str, str]]:
    for name, source in PATTERNS.items():
        if isinstance(source, str):
            yield f"personal data, {name}", source.replace("(?P<", "(?<"), "giu" if r"\p{" in source else "gi"


def _in_python(source: str) -> str:
    for javascript, python in _OTHERWISE:
        source = re.sub(javascript, python, source)
    return source
