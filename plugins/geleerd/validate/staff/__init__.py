"""What the staff keep beside entries: their plain pages, the lists of words, and what an owner declares."""
