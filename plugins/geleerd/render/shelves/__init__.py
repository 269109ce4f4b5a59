"""The pages of shelves and indices: networks, themes, tags, years."""
