"""Whether two commits of the package show a user the same, byte for byte."""
