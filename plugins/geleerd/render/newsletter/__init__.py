"""New items for the newsletter: a page to choose from, pages of months, and the block to paste."""
