"""Typefaces as documents embed them: disguised by Office, so that nobody installs them (ECMA-376, part 4, 2.8.1)."""

import struct
from typing import Final

_TABLE_WORDS = b"""
OS/2 cmap cvt fpgm glyf head hhea hmtx kern loca maxp name post prep GDEF GPOS GSUB gasp CFF DSIG VDMX hdmx LTSH meta vhea vmtx STAT fvar
"""
_TABLES: Final = frozenset(_TABLE_WORDS.split())
_DISGUISED: Final = 32
"""The first bytes, which Word mixes with a key."""

_EOT_MARK: Final = b"LP"


def is_embedded_typeface(data: bytes) -> bool:
    """Whether a part is a typeface as Word or PowerPoint embeds it: its list of tables shows that, or its size and mark."""
    if data[34:36] == _EOT_MARK and struct.unpack_from("<I", data) == (len(data),):
        return True
    tags = [data[at : at + 4] for at in range(_DISGUISED + 12, _DISGUISED + 12 + 3 * 16, 16)]
    return all(tag.strip() in _TABLES for tag in tags)
