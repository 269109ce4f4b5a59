"""Words as Markdown (CommonMark, with the tables and task lists of GFM) that stays words: nothing in them is a link, a heading or HTML."""

import re

_MAY_MEAN_SOMETHING = re.compile(r"[\\`*\[\]<~_&]")
_MEANS_SOMETHING = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w)")
_ENDS_A_HEADING = re.compile(r"(?<!\S)#+$")
_BEGINS_SOMETHING = re.compile(r"^([-+#>=]|\d{1,9}(?=[.)]))", re.MULTILINE)


def escaped_line(text: str) -> str:
    """A text on one line, escaped so that nothing in it is markup."""
    return begun(ended(escaped(" ".join(text.split()))))


def escaped_cell(text: str) -> str:
    """A text for a cell of a table. GFM reads every bar first, so each bar gets a backslash."""
    return escaped_line(text).replace("|", "\\|")


def escaped(text: str) -> str:
    """The text, with a backslash before every sign that would be markup."""
    return _MEANS_SOMETHING.sub(r"\\\g<0>", text) if _MAY_MEAN_SOMETHING.search(text) else text


def begun(text: str) -> str:
    """The text, with every beginning of a line escaped that would begin a list, heading or quotation."""
    if "\n" not in text and text[:1].isalpha():
        return text
    return _BEGINS_SOMETHING.sub(lambda match: f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}", text)


def ended(text: str) -> str:
    """The text of a heading, with signs at its end escaped that Markdown would drop."""
    return _ENDS_A_HEADING.sub(r"\\\g<0>", text) if "#" in text else text
