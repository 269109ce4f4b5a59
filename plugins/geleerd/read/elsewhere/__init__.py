"""What knowledge bases elsewhere publish, and what was kept of it: hostile until proven."""
