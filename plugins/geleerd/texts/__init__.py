"""From bodies to safe HTML with resolved links, and the files that they use."""
