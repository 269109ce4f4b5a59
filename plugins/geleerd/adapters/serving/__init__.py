"""Shows a site to whoever writes it, and shows it anew after every save."""
