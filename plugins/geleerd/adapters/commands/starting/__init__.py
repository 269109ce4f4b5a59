"""Commands for people who write files: to begin a new file, and to support editors."""
