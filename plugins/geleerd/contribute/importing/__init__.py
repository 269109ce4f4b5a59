"""What was written elsewhere becomes items."""
