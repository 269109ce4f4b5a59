"""Copies of files that tell no more than they show, for people who have only the file."""
