"""Brings the files of a knowledge base to what this version writes."""
