"""What other programs read: records, Markdown, and files for crawlers."""
