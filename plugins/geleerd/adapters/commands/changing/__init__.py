"""Commands that do in one action what takes many files: withdraw, rename, merge, move, and set a day to look again."""
