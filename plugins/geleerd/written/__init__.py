"""Sites that are already built: their links, and a copy that opens from disk."""
