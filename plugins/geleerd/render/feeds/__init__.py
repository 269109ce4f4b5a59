"""What is new, for those who follow a page."""
