"""The site generators that are compared: a file each, with how it wants the corpus and which command builds it."""
