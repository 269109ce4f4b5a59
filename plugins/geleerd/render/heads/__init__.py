"""What the head of a document says to other programs."""
