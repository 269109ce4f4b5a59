"""Reads what other systems keep: Markdown with another front matter, tables, and the events of a forge."""
