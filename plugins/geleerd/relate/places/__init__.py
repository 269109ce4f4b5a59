"""The one list of all places on the site, with the file that owns each place."""
