"""From bodies to safe texts with their links, and the files that they use."""
