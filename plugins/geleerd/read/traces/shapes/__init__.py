"""What values look like that tell nothing: numbers, dates, the names of makers and models, words of standards."""
