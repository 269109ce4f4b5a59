"""What is new, for the newsletter: pages to choose from, months, and the block to paste."""
