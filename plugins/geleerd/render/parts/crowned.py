"""How many networks learned what a crown lesson says."""

from geleerd.model.documents import ItemEntry
from geleerd.relate.crowned import CONFIRMED_BY, learned_in
from geleerd.relate.library import Library


def crowned(item: ItemEntry, library: Library) -> str:
    """How many networks learned what a crown lesson says, in words; empty for any other item."""
    count = len(learned_in(item, library.by_id, library.collection.frame))
    if count < CONFIRMED_BY:
        return ""
    return library.catalogue.say("crown", number=library.catalogue.counted(count))
