"""Drawings (SVG) that show themselves and nothing else."""
