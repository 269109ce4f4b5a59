"""Lines that git leaves in a file when two people changed the same place and nobody chose yet."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_BEGIN, _END = "<" * 7, ">" * 7
_BEGINS = re.compile(rf"{_BEGIN} \S")
_ENDS = re.compile(rf"{_END} \S+(?: \(.*\))?$")


def conflict_marks(text: str) -> Iterator[int]:
    """The line, counted from 1, on which each conflict begins; where somebody took its begin away, the line on which it ends.

    Code between fences may show such lines to a reader.
    """
    if _BEGIN not in text and _END not in text:
        return
    in_code = in_conflict = False
    for number, line in enumerate(text.split("\n"), 1):
        in_code = in_code != bool(_FENCE.match(line))
        begins, ends = not in_code and bool(_BEGINS.match(line)), not in_code and bool(_ENDS.match(line))
        if begins or (ends and not in_conflict):
            yield number
        in_conflict = (in_conflict or begins) and not ends
