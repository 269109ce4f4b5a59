"""Imports contributions from elsewhere as drafts, and writes the forms of the forge that collect them."""
