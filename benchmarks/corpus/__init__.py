"""A knowledge base of any size in realistic Dutch: the same words for every generator, and the same each time."""
