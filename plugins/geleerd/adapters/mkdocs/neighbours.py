"""The plugins of others that cannot go together with pages that lie in no file, told before anything is built."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from geleerd.locale.catalogue import Catalogue

_ANY_MADE_PAGE = "zoeken/index.md"


def refused_neighbour(plugins: Mapping[str, object], words: Catalogue) -> str | None:
    """The sentence that refuses one of the plugins; None when all of them can take part.

    mkdocs-rss-plugin asks each page that it lists for its file; it works for those that its option `match_path` keeps apart.
    """
    rss = plugins.get("rss")
    config = getattr(rss, "config", {})
    if rss is None or not config.get("enabled", True) or not re.match(str(config.get("match_path") or ""), _ANY_MADE_PAGE):
        return None
    return words.console("neighbour-rss")


def was_noticed() -> bool:
    """Whether Material told in this run that its end comes: it says so to `mkdocs` alone, and then remembers it in this way."""
    program = Path(sys.argv[0])
    is_mkdocs = program.stem == "mkdocs" or (program.name == "__main__.py" and program.parent.name == "mkdocs")
    return is_mkdocs and os.environ.get("NO_MKDOCS_2_WARNING") == "true"
