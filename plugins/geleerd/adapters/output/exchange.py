"""Exchanges two folders in one step, where the system can: Linux (renameat2) and macOS (renamex_np)."""

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

from geleerd.model.frozen import Frozen

_FROM_HERE = -100
"""AT_FDCWD of Linux: a relative path begins at the folder of the process."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS."""

_Call = Callable[[ctypes.CDLL, bytes, bytes], int]

_CALLS: Frozen[str, _Call] = Frozen(
    {
        "linux": lambda system, one, other: int(system.renameat2(_FROM_HERE, one, _FROM_HERE, other, _EXCHANGE)),
        "darwin": lambda system, one, other: int(system.renamex_np(one, other, _EXCHANGE)),
    }
)


def exchanged(one: Path, other: Path) -> bool:
    """Whether two folders took each other's names. Where not, nothing changed: systems and file systems need not be able to."""
    call = _CALLS.get(sys.platform)
    try:
        return call is not None and call(ctypes.CDLL(None), os.fsencode(one), os.fsencode(other)) == 0
    except AttributeError:  # a C library from before the call
        return False
