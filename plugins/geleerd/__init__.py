"""Geleerd: public knowledge bases of learning networks, built from Markdown files."""

__version__ = "0.1.0"
