"""Commands to share news and facts: the newsletter and the figures."""
