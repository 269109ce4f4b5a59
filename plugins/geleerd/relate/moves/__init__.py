"""What moved: new names for old ones, and addresses that once led somewhere."""
