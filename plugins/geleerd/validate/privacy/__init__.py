"""Finds facts that may tell who somebody is: in texts, in files, and in several fields together."""
