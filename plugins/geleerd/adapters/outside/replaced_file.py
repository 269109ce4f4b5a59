"""Puts new bytes in the place of a file in one step, so that nobody finds half of them."""

import os
from pathlib import Path


def replace_file(file: Path, data: bytes) -> None:
    """Put these bytes in the place of a file, which keeps its mode; or make it, with the folders around it."""
    unfinished = file.with_name(f".{file.name}.unfinished")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        unfinished.write_bytes(data)
        if file.exists():
            unfinished.chmod(file.stat().st_mode)
        os.replace(unfinished, file)  # noqa: PTH105  # as on every system
    finally:
        unfinished.unlink(missing_ok=True)
