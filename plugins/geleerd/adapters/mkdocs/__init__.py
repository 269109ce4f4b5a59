"""The host: the only room that knows MkDocs."""
