"""From a collection to a library: addresses, indices, backlinks and what is related to what."""
