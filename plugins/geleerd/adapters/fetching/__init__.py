"""Fetching what knowledge bases elsewhere learned, when somebody asks for it."""
