"""What was written elsewhere becomes drafts, and the forms of the forge that bring it."""
