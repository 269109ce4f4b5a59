"""Whether everything is right: the command, what it finds, and how that is told."""
