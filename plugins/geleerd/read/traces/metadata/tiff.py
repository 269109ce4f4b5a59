"""The directories of a TIFF, as Exif has them: every tag with its bytes, and the bytes that no tag speaks for (TIFF 6.0, section 2)."""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_FORMATS = {1: "B", 3: "H", 4: "I", 5: "II", 6: "b", 8: "h", 9: "i", 10: "ii", 13: "I"}
_POINTERS = {0x8769: "Exif", 0x8825: "GPS", 0xA005: "Interop"}
TEXT: Final = 2
"""The type of a text that ends in a zero."""


class TiffTag(NamedTuple):
    """A value of a directory: its number and type, how many there are, and the bytes."""

    directory: str
    number: int
    kind: int
    many: int
    data: bytes
    order: str

    def numbers(self) -> tuple[int, ...]:
        """The whole numbers; a fraction is two. Empty for a type that has none."""
        form = _FORMATS.get(self.kind)
        return struct.unpack(f"{self.order}{form * self.many}", self.data) if form else ()


class Directories:
    """A reader of all directories. Raises `ValueError` or `struct.error` for bytes that cannot be followed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4], "")
        if not self._order:
            raise ValueError(data[:4])
        self._spans = [(0, 8)]
        self._copied = 0

    def tags(self) -> Iterator[TiffTag]:
        """Every tag of the picture, and of the directories that it leads to."""
        waiting = [("Image", self._number(4))] if len(self._data) > 4 else []
        seen = {0}
        while waiting:
            name, place = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            (count,) = struct.unpack_from(f"{self._order}H", self._data, place)
            end = place + 2 + 12 * count
            self._spans.append((place, end + 4))
            for entry in range(place + 2, end, 12):
                tag = self._tag(name, entry)
                if tag.number in _POINTERS and (name == "Image" or tag.number == 0xA005):
                    (place,) = tag.numbers()
                    waiting.append((_POINTERS[tag.number], place))
                else:
                    yield tag
            following = self._number(end) if end + 4 <= len(self._data) else 0
            if following:
                waiting.append(("Thumbnail" if name == "Image" else "Other", following))

    def _tag(self, directory: str, entry: int) -> TiffTag:
        number, kind, count = struct.unpack_from(f"{self._order}HHI", self._data, entry)
        size = _SIZES[kind] * count
        place = entry + 8 if size <= 4 else self._number(entry + 8)
        self._copied += size
        if place + size > len(self._data) or self._copied > 4 * len(self._data):
            raise ValueError(entry)
        if size <= 4 and self._data[place + size : entry + 12].strip(b"\0"):
            directory = "Other"
        self._spans.append((place, place + size))
        return TiffTag(directory, number, kind, count, self._data[place : place + size], self._order)

    def _number(self, place: int) -> int:
        return int(struct.unpack_from(f"{self._order}I", self._data, place)[0])

    def between(self) -> bytes:
        """The bytes that none of the tags read so far speaks for."""
        kept, position = [], 0
        for begin, end in sorted(self._spans):
            kept.append(self._data[position:begin])
            position = max(position, end)
        return b"".join((*kept, self._data[position:]))
