"""Builds a site by itself: the core makes the pages, Python-Markdown those of the staff, and no host is needed."""
