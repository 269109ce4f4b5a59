"""Makes the data of the search: documents for the search engine, and the words that lead to them."""
