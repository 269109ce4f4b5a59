"""Files of cases, as their data says them."""

import base64
import os
from pathlib import Path
from typing import Any


def put(path: Path, content: Any) -> None:
    """Writes a file of a case: a text, a text in another encoding, a long repetition, a link, or a pipe; nothing removes it.

    `named`: an empty file whose name no text can say, as its bytes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    match content:
        case None:
            path.unlink()
        case str():
            path.write_bytes(content.encode())
        case {"repeat": [text, times]}:
            path.write_text(text * times)
        case {"repeat-in": [before, text, times, after]}:
            path.write_text(before + text * times + after)
        case {"base64": data}:
            path.write_bytes(base64.b64decode(data))
        case {"named": data}:
            Path(os.fsdecode(os.fsencode(path.parent) + b"/" + base64.b64decode(data))).touch()
        case {"pipe": _}:
            os.mkfifo(path)
        case {"symlink": target}:
            path.symlink_to(target)
        case dict():
            ((encoding, text),) = content.items()
            path.write_bytes(text.encode(encoding))
