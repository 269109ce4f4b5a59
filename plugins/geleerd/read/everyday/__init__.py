"""Dates, times and lengths of time as people write them, and as files have them."""
