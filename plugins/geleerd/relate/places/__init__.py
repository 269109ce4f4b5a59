"""What stands where on the site, and whose it is."""
