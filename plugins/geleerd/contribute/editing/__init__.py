"""Help while somebody types in a file: what may stand at a place, and what it means."""
