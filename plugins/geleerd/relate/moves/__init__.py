"""Pages and files that moved or disappeared: their new names, and the addresses that no longer work."""
