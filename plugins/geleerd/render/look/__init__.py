"""The colours of the site: those of the package, and the ones that an owner chooses instead."""
