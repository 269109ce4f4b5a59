"""From documents to entries that may be shown, or all that is wrong with them."""
