"""Writes a folder whole or not at all, and only where nothing of anybody's is lost."""
