"""The pages of shelves and indices, such as those of networks, themes, tags and years."""
