"""One action for what takes many files: withdraw, rename, merge, move, and set a day to look again. A library becomes a plan of changes."""
