"""Makes what readers find in: documents for the search engine, and the words that lead to them."""
