"""For whoever writes files: a new one, and what editors know of them."""
