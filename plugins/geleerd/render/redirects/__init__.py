"""Addresses that lead to another, as pages and for servers."""
