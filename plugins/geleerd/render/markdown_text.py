"""HTML as Markdown (CommonMark, with the tables and task lists of GFM), for those who read text: people and language models.

It reads what the product made, where all is escaped and closed, and what `safe_html` let through. Text stays text: no word in it can
become a link, a heading or HTML.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import quote

Resolve = Callable[[str], str]
"""Takes the address of a link as it stands in the page; gives that in the text."""

DEEPEST = 40
"""Elements within each other; what lies deeper stands beside its parent."""

_TOKEN = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>"']++|"[^"]*"|'[^']*')*+)>|<!--.*?-->|<[!?][^>]*>|([^<]+|<)""", re.DOTALL)
_DRAWING = re.compile(r"<svg\b[^<]*(?:<(?!/svg|svg)[^<]*)*</svg>")
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_VOID = {"br", "hr", "img", "input", "wbr", "meta", "link", "source", "col"}
_SILENT = {"svg", "button", "script", "style", "template", "select", "textarea", "head"}
_SILENT_CLASSES = {"breadcrumbs", "ways-back", "item__related", "qr-print", "footnote-backref", "headerlink"}
_MAY_BE_SILENT = re.compile("hidden|" + "|".join(_SILENT_CLASSES), re.IGNORECASE)
_QUOTED = {"admonition", "banner"}
_HEADINGS = {"h1": "#", "h2": "##", "h3": "###", "h4": "####", "h5": "#####", "h6": "######", "summary": "##"}
_BLOCKS = {
    *_HEADINGS,
    *(
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "aside",
        "nav",
        "details",
        "main",
        "figure",
    ),
    *("figcaption", "label", "blockquote", "pre", "table", "thead", "tbody", "tr", "th", "td", "hr", "form", "fieldset"),
}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~"}

_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_MEANS_SOMETHING = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w)")
_ENDS_A_HEADING = re.compile(r"(?<!\S)#+$")
_BEGINS_SOMETHING = re.compile(r"^([-+#>=]|\d{1,9}(?=[.)]))", re.MULTILINE)


@dataclass(slots=True)
class _Element:
    tag: str
    written: str = ""
    children: list["_Element | str"] = field(default_factory=list)

    @property
    def attributes(self) -> dict[str, str]:
        found = _ATTRIBUTE.findall(self.written)
        return {name.lower(): unescape(double or single or bare) for name, double, single, bare in found}

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split()) if "class" in self.written else set()

    @property
    def is_silent(self) -> bool:
        """Whether it is a tool for the screen, or there for the eye alone."""
        if self.tag in _SILENT:
            return True
        if not _MAY_BE_SILENT.search(self.written):
            return False
        hidden = "hidden" in self.attributes or self.attributes.get("aria-hidden") == "true"
        return hidden or bool(self.classes & _SILENT_CLASSES)

    def inner(self, *tags: str) -> Iterator["_Element"]:
        """The nearest elements inside with one of the tags."""
        for child in self.children:
            if isinstance(child, _Element):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.inner(*tags)


def markdown_text(html: str, resolve: Resolve) -> str:
    """The text of a page or a part of it, the title first; every link leads where `resolve` says."""
    blocks = _Writer(resolve).blocks(_tree(html))
    return "\n\n".join(sorted(blocks, key=lambda block: not block.startswith("# "))) + "\n"


def plain(text: str) -> str:
    """A text in one line in which nothing is read as markup."""
    return _begun(_ended(_MEANS_SOMETHING.sub(r"\\\g<0>", " ".join(text.split()))))


def link(name: str, href: str) -> str:
    """A link, whatever stands in its name and its address."""
    return f"[{plain(name)}]({_destination(href)})"


def _begun(text: str) -> str:
    """The text without a beginning of a line that would begin a list, heading or quotation."""
    return _BEGINS_SOMETHING.sub(lambda match: f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}", text)


def _ended(text: str) -> str:
    """The text without the signs behind a heading that would be left out there."""
    return _ENDS_A_HEADING.sub(r"\\\g<0>", text)


def _destination(href: str) -> str:
    harmless = re.sub(r"[\s()<>\\\x00-\x20\x7f]", lambda match: quote(match[0]), href)
    return re.sub(r"&(?=#?\w+;)", "&amp;", harmless)


def _tree(html: str) -> _Element:
    root = _Element("div")
    stack = [root]
    has_code = "<pre" in html
    for end, tag, attributes, text in _TOKEN.findall(_DRAWING.sub("", html)):
        if text:
            is_gap = text.isspace() and not (has_code and any(element.tag == "pre" for element in stack))
            stack[-1].children.append(" " if is_gap else unescape(text))
        elif end:
            _close(stack, tag.lower())
        elif tag:
            element = _Element(tag.lower(), attributes)
            stack[-1].children.append(element)
            if element.tag not in _VOID and len(stack) < DEEPEST:
                stack.append(element)
    return root


def _close(stack: list[_Element], tag: str) -> None:
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].tag == tag:
            del stack[depth:]
            return


class _Writer:
    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve

    def blocks(self, element: _Element) -> list[str]:
        """What stands below each other in an element; loose words between blocks make a paragraph."""
        found: list[str] = []
        loose: list[_Element | str] = []
        for child in element.children:
            if isinstance(child, _Element) and child.tag in _BLOCKS:
                found += self._paragraph(loose)
                found += self._block(child)
                loose = []
            elif loose or child != " ":
                loose.append(child)
        return found + self._paragraph(loose)

    def _paragraph(self, children: list[_Element | str]) -> list[str]:
        words = self._inline(children) if children else ""
        return [_begun(words)] if words else []

    def _block(self, element: _Element) -> list[str]:
        if element.is_silent:
            return []
        if element.tag in _HEADINGS:
            words = self._inline(element.children, between=" ")
            return [f"{_HEADINGS[element.tag]} {_ended(words)}"] if words else []
        special = {"ul": self._list, "ol": self._list, "dl": self._facts, "pre": self._code, "table": self._table}
        if element.tag in special:
            return special[element.tag](element)
        if element.tag == "hr":
            return ["---"]
        inner = self.blocks(element)
        if element.tag == "blockquote" or element.classes & _QUOTED:
            return [_indented("\n\n".join(inner), "> ", "> ")] if inner else []
        return inner

    def _list(self, element: _Element) -> list[str]:
        entries = [self._entry(child) for child in element.children if isinstance(child, _Element) and not child.is_silent]
        entries = [entry for entry in entries if entry]
        if "inline-list" in element.classes:
            return [", ".join(" ".join(entry) for entry in entries)] if entries else []
        marks = [f"{number}. " if element.tag == "ol" else "- " for number in range(1, len(entries) + 1)]
        lines = [_indented("\n\n".join(entry), mark, " " * len(mark)) for mark, entry in zip(marks, entries, strict=True)]
        return ["\n".join(lines) if all(len(entry) == 1 for entry in entries) else "\n\n".join(lines)] if lines else []

    def _entry(self, element: _Element) -> list[str]:
        """What stands in one point of a list, in which a heading would be too loud."""
        return [re.sub(r"^#+ (.*)$", r"**\1**", block) for block in self.blocks(element)]

    def _facts(self, element: _Element) -> list[str]:
        """Labels and values, each pair a line."""
        lines: list[str] = []
        for child in element.inner("dt", "dd"):
            if child.is_silent:
                continue
            if child.tag == "dt":
                lines.append(f"- **{self._inline(child.children, between=' ')}**:")
            elif lines:
                value = self.blocks(child)
                is_list = any(block.startswith(("- ", "1. ")) for block in value)
                lines[-1] = "\n  ".join(("\n" if is_list else " ").join([lines[-1], *value]).split("\n"))
        return ["\n".join(lines)] if lines else []

    def _code(self, element: _Element) -> list[str]:
        text = _words_in(element).strip("\n")
        return [f"{(fence := _ticks(text, 3))}\n{text}\n{fence}"]

    def _table(self, element: _Element) -> list[str]:
        rows = [[self._cell(cell) for cell in row.inner("th", "td")] for row in element.inner("tr")]
        rows = [row for row in rows if row]
        if not rows:
            return []
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return ["\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])]

    def _cell(self, element: _Element) -> str:
        """What stands in a cell, where GFM reads every bar first, in code too: so each has a backslash before it, whatever stands there."""
        return self._inline(element.children, between=" ").replace("|", "\\|")

    def _inline(self, children: Iterable[_Element | str], between: str = "\\\n") -> str:
        """Words in one line, but for the breaks that were asked for; `between` is how such a break is written."""
        return between.join(line.strip() for line in self._joined(children).strip().split("\n"))

    def _joined(self, children: Iterable[_Element | str]) -> str:
        parts: list[str] = []
        for words in filter(None, map(self._words, children)):
            if words.startswith("[") and parts and parts[-1].endswith("!"):
                parts[-1] = f"{parts[-1][:-1]}\\!"  # a link behind it would be an image
            parts.append(words)
        return _SPACES.sub(" ", "".join(parts))

    def _words(self, child: _Element | str) -> str:
        if child == " ":
            return " "
        if isinstance(child, str):
            return _MEANS_SOMETHING.sub(r"\\\g<0>", child.replace("\n", " "))
        if child.is_silent:
            return ""
        if child.tag == "code":
            return self._code_words(child)
        if child.tag in {"img", "br", "input"}:
            return self._void(child)
        return self._marked(child, self._joined(child.children))

    def _marked(self, element: _Element, words: str) -> str:
        """The words of an element with the signs that say what it is; the space around them stays outside."""
        if element.tag in _BLOCKS:
            return f" {words} "
        before, after = (_MARKS.get(element.tag, ""),) * 2
        if element.tag == "a" and "href" in element.attributes:
            before, after = "[", f"]({_destination(self._resolve(element.attributes['href']))})"
        inner = words.strip()
        if element.tag == "small" and not inner.startswith("("):
            before, after = "(", ")"
        if not inner or not before:
            return words
        return f"{' ' * words[:1].isspace()}{before}{inner}{after}{' ' * words[-1:].isspace()}"

    def _code_words(self, element: _Element) -> str:
        text = " ".join(_words_in(element).split())
        ticks = _ticks(text, 1)
        return f"{ticks}{f' {text} ' if '`' in text else text}{ticks}" if text else ""

    def _void(self, element: _Element) -> str:
        attributes = element.attributes
        if element.tag == "img":
            source = attributes.get("src")
            return f"![{plain(attributes.get('alt', ''))}]({_destination(self._resolve(source))})" if source else ""
        if element.tag == "br":
            return "\n"
        return ("[x] " if "checked" in attributes else "[ ] ") if attributes.get("type") == "checkbox" else ""


def _words_in(element: _Element) -> str:
    return "".join(child if isinstance(child, str) else _words_in(child) for child in element.children)


def _ticks(text: str, least: int) -> str:
    """More backticks in a row than the text has."""
    return "`" * max(least, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *((rest + line).rstrip() for line in lines[1:])])
