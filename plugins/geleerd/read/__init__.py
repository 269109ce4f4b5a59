"""From folders on disk to documents: the only room that opens the files of a knowledge base and reads YAML."""
