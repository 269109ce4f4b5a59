"""Commands that make the site."""
