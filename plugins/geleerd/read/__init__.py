"""From folders on disk to documents: the only room that opens files and reads YAML."""
