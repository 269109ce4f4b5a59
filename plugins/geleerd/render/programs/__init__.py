"""Files for other programs: records, Markdown, and files for crawlers."""
