"""What is told of a knowledge base: the newsletter and the figures."""
