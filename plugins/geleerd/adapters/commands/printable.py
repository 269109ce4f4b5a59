"""Words of strangers, for a terminal."""


def printable(text: str) -> str:
    """The text without what controls a terminal: pages, servers and files may hold any sign."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
