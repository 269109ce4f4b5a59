"""What somebody meant with YAML that cannot be read, and lines of it written anew."""
