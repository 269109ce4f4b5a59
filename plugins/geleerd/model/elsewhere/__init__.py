"""Other knowledge bases, and what was learned there."""
