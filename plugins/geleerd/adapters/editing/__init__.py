"""The check and the help with fields in any editor, by the Language Server Protocol (microsoft.github.io/language-server-protocol)."""
