"""What somebody did not mean to publish as it stands: signs that nobody sees, words left from a template."""
