"""The commands, grouped by their users."""
