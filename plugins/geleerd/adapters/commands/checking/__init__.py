"""The check: its command, the search for problems, and the reports."""
