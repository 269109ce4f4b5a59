"""What moved: redirects, new names for old ones, and what once led somewhere."""
