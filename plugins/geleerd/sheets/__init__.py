"""Sheets to take along: pages to print and fill in, made of what the knowledge base holds, as PDF and ODT."""
