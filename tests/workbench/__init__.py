"""What tests share: knowledge bases to build, sites to read, and others to ask."""
