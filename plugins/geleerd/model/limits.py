"""What is too much for one file, text or picture: every limit once, with its reason.

Reading and validation hold to them, so that the check says of a file what a build would, and no file costs more than its length.
"""

from typing import Final

# Texts.
LARGEST_TEXT: Final = 1_000_000
"""Bytes of a Markdown or YAML file; a long article has 50,000."""

LONGEST_LINE: Final = 20_000
"""Characters on one line of such a file. A long paragraph has 3,000; what is longer is a file that somebody pasted as a text."""

LONGEST_BODY: Final = 150_000
"""Characters in one text; a long article has 50,000."""

DEEPEST_TEXT: Final = 100
"""Levels of nodes inside each other in one text; people need about ten."""

MOST_NODES: Final = 50_000
"""Nodes of one text. A long article has 3,000; empty cells of one wide table can make millions."""

LONGEST_CUT: Final = 40
"""Letters of the longest word that the search cuts into parts. Longer ones are keys and hashes, of which it would try every piece."""

# Front matter and word lists.
LONGEST_YAML: Final = 64 * 1024
"""Characters of YAML in one file."""

LONGEST_MENDED: Final = 16 * 1024
"""Characters of the longest YAML for which we look for what was meant; a front matter seldom has 5,000."""

DEEPEST_YAML: Final = 8
"""Levels of nesting; the declarations use four."""

LONGEST_FIELD: Final = 4000
"""Characters in one plain-text field: about a page and a half of A4."""

MOST_ENTRIES: Final = 200
"""Entries in one list of a front matter."""

MOST_ABOVE: Final = 12
"""Most ancestors of one entry; the real frame uses one. The breadcrumbs, and the templates that show them, need a bound."""

# Images and documents.
LARGEST_LOOKED_INTO: Final = 20_000_000
"""Bytes; twice the largest document that a page may offer."""

DEEPEST_DRAWING: Final = 64
"""Levels of elements inside each other in an SVG. What cleans it indents every level, so that its result grows with the square of them."""

LARGEST_DRAWING: Final = 2_000_000
"""Bytes of an SVG that is clean; as many as it may have when it comes in."""
