"""Speed, measured as a ratio to what a user would pick instead, in the same run on the same machine; and what stays the same."""
