"""The only randomness of the product."""

import secrets

from geleerd.model.strings import ID_LENGTH, ItemId, item_id_from


def new_item_id() -> ItemId:
    """A random id for a new item, one of some 700 million; `geleerd check` reports an id that is taken."""
    return item_id_from(tuple(secrets.randbelow(1 << 30) for _ in range(ID_LENGTH)))
