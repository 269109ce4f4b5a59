"""The gate to the two folders of a knowledge base: no file exists but what passes here, and no other room walks them."""
