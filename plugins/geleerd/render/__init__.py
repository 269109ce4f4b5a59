"""From a library to artefacts: pages, redirects, files. Everything that leaves this room is safe to show."""
