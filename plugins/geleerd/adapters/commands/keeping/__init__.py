"""For whoever keeps a site: a new one, a copy of it, and its links."""
