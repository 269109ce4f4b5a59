"""Turns contributions from elsewhere into items."""
