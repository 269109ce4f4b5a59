"""Makes the data by which the search page finds what a question means: vectors of words and of items, and no model."""
