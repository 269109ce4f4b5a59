"""Redirects, as pages and for servers."""
