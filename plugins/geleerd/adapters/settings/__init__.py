"""The settings of an owner, loaded in one place."""
