"""The host: the one room that knows MkDocs."""
