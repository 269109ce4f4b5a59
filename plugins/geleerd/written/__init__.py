"""Sites as they were written: their links, and a copy for disk."""
