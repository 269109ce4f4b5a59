"""The packed lines of a PNG: as many bytes as its size asks, and nothing behind them (PNG, third edition, 7 and 8)."""

import struct
import zlib
from collections.abc import Iterable
from typing import Final, NamedTuple, Self

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_INTERLACED = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""The passes: where each begins, and how many columns and lines lie between its pixels."""

_WHOLE = ((0, 0, 1, 1),)
_STEP: Final = 1 << 16


class Form(NamedTuple):
    """How a picture is stored: its size, the bits of one pixel, and whether its lines come in seven passes."""

    width: int
    height: int
    bits: int
    is_interlaced: bool

    @classmethod
    def read(cls, head: bytes) -> Self:
        """The form that the first chunk says. Raises `struct.error` or `KeyError` for one that says none."""
        width, height, depth, colours, _, _, interlaced = struct.unpack(">IIBBBBB", head)
        return cls(width, height, depth * _CHANNELS[colours], bool(interlaced))

    def is_whole(self, width: int, height: int, lines: Iterable[bytes]) -> bool:
        """Whether packed lines are those of a picture of this size, no more and no less. Raises `zlib.error`."""
        left, behind, unpacker = self._bytes(width, height), b"", zlib.decompressobj()
        for piece in lines:
            behind += piece if unpacker.eof else b""
            packed = b"" if unpacker.eof else piece
            while packed and left >= 0:
                left -= len(unpacker.decompress(packed, _STEP))  # a little at a time, so that no picture costs memory
                packed = unpacker.unconsumed_tail
        return left == 0 and unpacker.eof and not (unpacker.unused_data + behind).strip(b"\0")

    def _bytes(self, width: int, height: int) -> int:
        """The bytes of all lines, each with one that says how it was filtered."""
        passes = _INTERLACED if self.is_interlaced else _WHOLE
        sizes = [((width - left + across - 1) // across, (height - top + down - 1) // down) for left, top, across, down in passes]
        return sum(high * (1 + (wide * self.bits + 7) // 8) for wide, high in sizes if wide > 0 and high > 0)
