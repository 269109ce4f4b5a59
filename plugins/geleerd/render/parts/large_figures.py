"""What stands large above a fact: its figure, without the words around it."""

import re

LARGE = 10
"""Most signs that stand large as they are written, such as `4 jaar`; of a longer value only the figure does."""

_FIGURE = re.compile(r"\d[\d.,]*(?:\s\w{2,3}\s\d[\d.,]*)?(?=\s)")


def figure_and_words(value: str) -> tuple[str, str]:
    """The figure of a fact and the other words of its value: `65 tot 210` and `minuten`. A value that begins with a word is all words."""
    if len(value) <= LARGE:
        return value, ""
    found = _FIGURE.match(value)
    return (found[0], value[found.end() :].strip()) if found else ("", value)
