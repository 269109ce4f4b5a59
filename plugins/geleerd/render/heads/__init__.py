"""The elements in the head of a document, for other programs."""
