"""How long the scripts of the forms take for a text of 10,000 characters and for one ten times as long."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser

from geleerd.model.limits import LONGEST_BODY, LONGEST_LINE
from geleerd.validate.privacy.personal_data import PATTERNS
from tests.workbench.visiting import served

MOST_GROWTH, FELT = 30, 400
"""Times as long for ten times as much, and the milliseconds below which a busy machine says more than the script."""

SEEDS = (
    *(
        "a",
        " ",
        "a ",
        "06 ",
        "1-1-2000 ",
        "12345678 ",
        "123456782 ",
        "a@",
        "a.b@c.nl ",
        "NL91ABNA0417164300 ",
        "geboren op 1-1-2000 ",
        "\n",
        " \n",
        "- ",
        "> ",
        ">",
        "---\n",
    ),
    *(
        "=E2=80=9C",
        "=\n",
        "a: b\n",
        "a: ",
        "[",
        "{a: ",
        '"',
        "'",
        "a: |\n  x\n",
        "x: y: z\n",
        "• a: b\n",
        "10 min ",
        "%%",
        "(",
        "[^1]",
        "\\",
        "é",
        "\u2028",
        "😀",
    ),
)
WITHIN = ("{}", "---\ntype: tip\ntitle: {}\n---\n", "---\ntype: tip\ntitle: a\n---\n{}", "a{}b")

TIMED = (Path(__file__).parent / "timed.js").read_text(encoding="utf-8")


def timed(site: Path, browser: Browser) -> Iterator[str]:
    """What grows faster than its text, and what makes a page stand still."""
    facts = {
        "is": "other",
        "inputs": [{"key": "title", "kind": "text", "many": False, "least": 1, "most": 4000, "pattern": "", "parts": [], "choices": []}],
        "personal": dict(PATTERNS),
        "unread": [],
        "longest": {"line": LONGEST_LINE, "body": LONGEST_BODY},
        "tombstone": [],
    }
    longest: Mapping[str, float] = {}
    with served(site) as origin:
        page = browser.new_page()
        page.goto(f"{origin}/bijdragen/")
        for seed in SEEDS:
            texts = [within.replace("{}", (seed * (size // len(seed) + 1))[:size]) for within in WITHIN for size in (10_000, 100_000)]
            times = page.evaluate(TIMED, [origin, facts, texts])
            longest = {name: max(longest.get(name, 0), *taken) for name, taken in times.items()}
            for name, taken in times.items():
                pairs = zip(WITHIN, taken[::2], taken[1::2], strict=True)
                yield from (_told(name, within, seed, few, many) for within, few, many in pairs if many > max(FELT, MOST_GROWTH * few))
        page.close()
    print(f"longest waits, in milliseconds: {json.dumps({name: round(taken) for name, taken in longest.items()})}")


def _told(name: str, within: str, seed: str, few: float, many: float) -> str:
    return f"{name} of {seed!r} in {within!r}: {few:.0f} ms for 10,000 characters, {many:.0f} ms for 100,000"
