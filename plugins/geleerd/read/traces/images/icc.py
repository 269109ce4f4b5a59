"""Colour profiles (ICC.1:2022): the parts that tell of colours and of the profile's maker, and those that name a computer or a screen."""

import struct
from collections.abc import Iterator

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_TAGS

_HEADER = 128
_HARMLESS_WORDS = """
A2B0 A2B1 A2B2 A2B3 B2A0 B2A1 B2A2 B2A3 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt chad chrm
clro clrt cprt desc dscm dmnd dmdd vued view lumi meas tech gamt pre0 pre1 pre2 ps2s ps2i resp targ bfd vcgt vcgp ndin aarg aagg aabg aapy
cicp lum rig0 rig2 ciis calt CIED DevD Pmtr ncl2 scrd scrn crdi devs hdgm HDgm hvn
"""
_HARMLESS = frozenset(_HARMLESS_WORDS.encode().split())


def icc_traces(profile: bytes) -> Iterator[Trace]:
    """Each part of a profile that is not known to be harmless."""
    (count,) = struct.unpack_from(">I", profile, _HEADER)
    if count > MOST_TAGS:
        raise ValueError(count)
    for number in range(count):
        name = profile[_HEADER + 4 + 12 * number :][:4].strip()
        if name not in _HARMLESS:
            yield Trace("property", where="ICC")
