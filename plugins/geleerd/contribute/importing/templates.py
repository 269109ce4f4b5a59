"""Commands of other generators in a text: they do nothing here, and would be published as they stand."""

import re
from collections.abc import Iterator

_TEMPLATES = (
    (re.compile(r"\{\{[<%]"), "{{< … >}}"),
    (re.compile(r"\{\{(?![<%])"), "{{ … }}"),
    (re.compile(r"(?<!\{)\{%"), "{% … %}"),
    (re.compile(r"<%"), "<% … %>"),
)
"""The begin of a command, and how a sentence shows it: shortcodes of Hugo, macros, tags of Liquid and Jinja, and Ruby in ERB."""


_SITE = re.compile(
    r"""(\]\(<?|(?:href|src)=["']?|^[ \t]{0,9}\[[^\]\n]{1,200}\]:[ \t]*)\{\{ ?(?:site\.(?:base)?url|base_path) ?\}\}(?=/)""",
    re.MULTILINE,
)
"""The begin of a link with the command for the root of its site, as Jekyll's pages write it."""

_TITLE = re.compile(r"(?:\{\{|<%=)[^{}<>%]{0,60}\btitle[^{}<>%]{0,20}(?:\}\}|%>)")
"""A command that stands for the title of its page, such as `{{ page.title }}`."""


def names_title(text: str) -> bool:
    """Whether a text is nothing but the command that shows the title of its page."""
    return _TITLE.fullmatch(text.strip()) is not None


def at_root(text: str) -> str:
    """The text with links that begin at the root of the site, where they began with a command for it."""
    return _SITE.sub(r"\1", text)


def has_template(text: str) -> bool:
    """Whether a command stands in the text."""
    return any(begin.search(text) for begin, _ in _TEMPLATES)


def templates_in(text: str) -> Iterator[tuple[int, str]]:
    """The place of each command, and how a sentence shows its kind."""
    return ((match.start(), shown) for begin, shown in _TEMPLATES for match in begin.finditer(text))
