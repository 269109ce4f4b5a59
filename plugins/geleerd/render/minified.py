"""Styles and scripts in fewer bytes: without their comments, and with no more space than they mean something by."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from tinycss2 import parse_component_value_list
from tinycss2.ast import Node

_BRACKETS = {"{} block": ("{", "}"), "[] block": ("[", "]"), "() block": ("(", ")")}
_NO_SPACE_AROUND = frozenset("{};,")


@lru_cache(maxsize=1)  # a server that builds again and again asks for the same one
def minified(css: str) -> str:
    """The stylesheet with the same meaning. Space stays where it may mean something, as in selectors and sums."""
    out: list[str] = []
    for piece in _pieces(parse_component_value_list(css)):
        if piece == " ":
            if out and out[-1] not in _NO_SPACE_AROUND | {" ", ":"}:
                out.append(piece)
            continue
        while out and ((out[-1] == " " and piece in _NO_SPACE_AROUND) or (out[-1] == ";" and piece == "}")):
            out.pop()
        out.append(piece)
    return "".join(out).strip()


def _pieces(nodes: Iterable[Node]) -> Iterator[str]:
    """The sheet piece by piece as it is written; a blank for space, and nothing for a comment."""
    for node in nodes:
        if node.type in _BRACKETS:
            opening, closing = _BRACKETS[node.type]
            yield from (opening, *_pieces(node.content), closing)
        elif node.type == "function":
            yield from (f"{node.name}(", *_pieces(node.arguments), ")")
        elif node.type == "whitespace":
            yield " "
        elif node.type != "comment":
            yield node.serialize()


def minified_script(script: str) -> str:
    """The script without indentation and without the lines that are comments; every other line stays a line.

    That is the same script as long as no text and no comment goes on over lines, so one with a line that looks as if is left as it is.
    """
    lines = [line.strip(" \t\r") for line in script.split("\n")]
    said = [line for line in lines if line and not line.startswith("//")]
    return script if any(map(_may_go_on, said)) else "".join(f"{line}\n" for line in said)


def _may_go_on(line: str) -> bool:
    return line.count("`") % 2 == 1 or line.count("${") > line.count("}") or "/*" in line or line.endswith("\\")
