"""What is counted of a knowledge base: how much it has, what happened in which days, how it grew, and what it lacks."""
