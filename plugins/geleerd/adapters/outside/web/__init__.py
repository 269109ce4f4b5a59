"""Visits other hosts of the web, when somebody asks for it, and never a private machine."""
