"""From documents to entries that may be shown, or to problems."""
