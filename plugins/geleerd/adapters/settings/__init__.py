"""What an owner can set, loaded in one place."""
