"""A stylesheet in fewer bytes: without its comments, and with no more space than it means something by."""

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
