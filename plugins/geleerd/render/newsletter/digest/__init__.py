"""The newsletter: the items added in a period, as a message, a plain text, Markdown, or a block to paste."""
