"""Commands for people who maintain a site: to begin one, to copy it, and to check its links."""
