"""The pages that the product makes at a place of their own."""
