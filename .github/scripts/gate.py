"""Tells `import.yml` whether somebody who may decide has given the label: writes `open=true` or `open=false` as output.

An issue form can give labels by itself, in the name of whoever filled it in. So the label alone proves nothing; the rights
of the one who gave it do.
"""

import os
import re
from pathlib import Path

from forge import RefusedError, ask, event, part

_MAY_DECIDE = {"admin", "write"}


def is_open() -> bool:
    """Whether the event is an open issue that somebody with write access has labelled."""
    happened = event()
    person = part(happened, "sender", "login")
    labelled = part(happened, "action") == "labeled" and part(happened, "label", "name") == "bijdrage"
    is_issue = part(happened, "issue", "state") == "open" and part(happened, "issue", "pull_request") is None
    if not (labelled and is_issue and isinstance(person, str) and re.fullmatch(r"[A-Za-z0-9-]+", person)):
        return False
    try:
        return part(ask(f"collaborators/{person}/permission"), "permission") in _MAY_DECIDE
    except RefusedError:
        return False


if __name__ == "__main__":
    answer = "true" if is_open() else "false"
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as output:
        output.write(f"open={answer}\n")
    print(f"Open to import: {answer}.")
