"""The one list of what stands where on the site, with the file that owns each place."""
