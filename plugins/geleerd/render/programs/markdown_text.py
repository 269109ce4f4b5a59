"""Writes HTML as Markdown (CommonMark, with the tables and task lists of GFM), for people and language models.

Text stays text: no word in it can become a link, a heading or HTML.
"""

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote

from geleerd.commonmark.escaped import begun, ended, escaped, escaped_line
from geleerd.render.programs.html_tree import Element, text_inside, tree

Resolve = Callable[[str], str]
"""Takes the address of a link in the page; returns the address for the Markdown."""

_QUOTED = {"admonition", "banner"}
_HEADINGS = {"h1": "#", "h2": "##", "h3": "###", "h4": "####", "h5": "#####", "h6": "######", "summary": "##"}
_BLOCKS = {
    *_HEADINGS,
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "div", "section", "article", "header", "footer", "aside", "nav", "details", "main"),
    *("figure", "figcaption", "label", "blockquote", "pre", "table", "thead", "tbody", "tr", "th", "td", "hr", "form", "fieldset"),
}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~"}

_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")


def markdown_text(html: str, resolve: Resolve) -> str:
    """The Markdown of a page or a part of it, with the title first; `resolve` gives the address of every link."""
    blocks = _Writer(resolve).blocks(tree(html))
    return "\n\n".join(sorted(blocks, key=lambda block: not block.startswith("# "))) + "\n"


def link(name: str, href: str) -> str:
    """A link, safe for any name and address."""
    return f"[{escaped_line(name)}]({_destination(href)})"


def _spaced(text: str) -> str:
    """The text, with one space for all that is white but the ends of lines. Whatever is white and no space cannot be printed."""
    return _SPACES.sub(" ", text) if "  " in text or not text.isprintable() else text


def _destination(href: str) -> str:
    harmless = re.sub(r"[\s()<>\\\x00-\x20\x7f]", lambda match: quote(match[0]), href)
    return re.sub(r"&(?=#?\w+;)", "&amp;", harmless)


class _Writer:
    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve

    def blocks(self, element: Element) -> list[str]:
        """The blocks of an element, one below the other; loose words between blocks become a paragraph."""
        found: list[str] = []
        loose: list[Element | str] = []
        for child in element.children:
            if isinstance(child, Element) and child.tag in _BLOCKS:
                if loose:
                    found += self._paragraph(loose)
                    loose = []
                found += self._block(child)
            elif loose or child != " ":
                loose.append(child)
        return found + self._paragraph(loose) if loose else found

    def _paragraph(self, children: list[Element | str]) -> list[str]:
        words = self._inline(children)
        return [begun(words)] if words else []

    def _block(self, element: Element) -> list[str]:
        if element.is_silent:
            return []
        if element.tag in _HEADINGS:
            words = self._inline(element.children, between=" ")
            return [f"{_HEADINGS[element.tag]} {ended(words)}"] if words else []
        special = {"ul": self._list, "ol": self._list, "dl": self._facts, "pre": self._code, "table": self._table}
        if element.tag in special:
            return special[element.tag](element)
        if element.tag == "hr":
            return ["---"]
        inner = self.blocks(element)
        if element.tag == "blockquote" or element.classes & _QUOTED:
            return [_indented("\n\n".join(inner), "> ", "> ")] if inner else []
        return inner

    def _list(self, element: Element) -> list[str]:
        entries = [self._entry(child) for child in element.children if isinstance(child, Element) and not child.is_silent]
        entries = [entry for entry in entries if entry]
        if "inline-list" in element.classes:
            return [", ".join(" ".join(entry) for entry in entries)] if entries else []
        marks = [f"{number}. " if element.tag == "ol" else "- " for number in range(1, len(entries) + 1)]
        lines = [_indented("\n\n".join(entry), mark, " " * len(mark)) for mark, entry in zip(marks, entries, strict=True)]
        return ["\n".join(lines) if all(len(entry) == 1 for entry in entries) else "\n\n".join(lines)] if lines else []

    def _entry(self, element: Element) -> list[str]:
        """The blocks of one entry of a list. Headings become bold text, since they would be too large there."""
        return [re.sub(r"^#+ (.*)$", r"**\1**", block) if block.startswith("#") else block for block in self.blocks(element)]

    def _facts(self, element: Element) -> list[str]:
        """Labels and values, each pair on one line."""
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

    def _code(self, element: Element) -> list[str]:
        text = text_inside(element).strip("\n")
        return [f"{(fence := _ticks(text, 3))}\n{text}\n{fence}"]

    def _table(self, element: Element) -> list[str]:
        rows = [[self._cell(cell) for cell in row.inner("th", "td")] for row in element.inner("tr")]
        rows = [row for row in rows if row]
        if not rows:
            return []
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return ["\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])]

    def _cell(self, element: Element) -> str:
        """The content of a table cell. GFM reads every bar first, also in code, so each bar gets a backslash, whatever is before it."""
        return self._inline(element.children, between=" ").replace("|", "\\|")

    def _inline(self, children: Iterable[Element | str], between: str = "\\\n") -> str:
        """Words on one line, except for explicit line breaks, which become `between`."""
        words = self._joined(children).strip()
        return between.join(line.strip() for line in words.split("\n")) if "\n" in words else words

    def _joined(self, children: Iterable[Element | str]) -> str:
        parts: list[str] = []
        for words in filter(None, map(self._words, children)):
            if words.startswith("[") and parts and parts[-1].endswith("!"):
                parts[-1] = f"{parts[-1][:-1]}\\!"  # an exclamation mark would make the link an image
            parts.append(words)
        return _spaced("".join(parts))

    def _words(self, child: Element | str) -> str:
        if child == " ":
            return " "
        if isinstance(child, str):
            return escaped(child.replace("\n", " "))
        if child.is_silent:
            return ""
        if child.tag == "code":
            return self._code_words(child)
        if child.tag in {"img", "br", "input"}:
            return self._void(child)
        return self._marked(child, self._joined(child.children))

    def _marked(self, element: Element, words: str) -> str:
        """The words of an element between its marks; spaces around the words stay outside the marks."""
        if element.tag in _BLOCKS:
            return f" {words} "
        before, after = (_MARKS.get(element.tag, ""),) * 2
        if element.tag == "a" and (href := element.attributes.get("href")) is not None:
            before, after = "[", f"]({_destination(self._resolve(href))})"
        inner = words.strip()
        if element.tag == "small" and not inner.startswith("("):
            before, after = "(", ")"
        if not inner or not before:
            return words
        return f"{' ' * words[:1].isspace()}{before}{inner}{after}{' ' * words[-1:].isspace()}"

    def _code_words(self, element: Element) -> str:
        text = " ".join(text_inside(element).split())
        ticks = _ticks(text, 1)
        return f"{ticks}{f' {text} ' if '`' in text else text}{ticks}" if text else ""

    def _void(self, element: Element) -> str:
        attributes = element.attributes
        if element.tag == "img":
            source = attributes.get("src")
            return f"![{escaped_line(attributes.get('alt', ''))}]({_destination(self._resolve(source))})" if source else ""
        if element.tag == "br":
            return "\n"
        return ("[x] " if "checked" in attributes else "[ ] ") if attributes.get("type") == "checkbox" else ""


def _ticks(text: str, least: int) -> str:
    """More backticks in a row than the text has."""
    return "`" * max(least, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *((rest + line).rstrip() for line in lines[1:])])
