"""What changed in the files of a knowledge base, from one schema to the next (`SCHEMA`).

A migration says which lines of which files change, and changes nothing where nothing is left to do: `geleerd upgrade` asks all of them each
time, since files of an older clone may come in later. A new one gets the next number, a function here, and golden cases in
`tests/contribute/upgrading/cases/`.
"""

from collections.abc import Callable, Mapping

from geleerd.contribute.upgrading.listed_sources import Upgraded, with_listed_sources
from geleerd.model.frozen import Frozen
from geleerd.relate.library import Library

MIGRATIONS: Mapping[int, Callable[[Library], tuple[Upgraded, ...]]] = Frozen({2: with_listed_sources})
"""The functions by the schema to which they bring files, in order. Schema 1 is that of the first release."""
