"""The success factors together: what works on what, the circles in it, the map, and the self-check."""
