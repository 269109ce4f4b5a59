"""Why a program cannot clean a file, so that a person must."""


class CannotCleanError(Exception):
    """A file that only a person can clean.

    `reason` is the end of the key of a sentence; `left` are the facts that a copy would still tell.
    """

    def __init__(self, reason: str, left: str = "") -> None:
        super().__init__(reason)
        self.reason, self.left = reason, left
