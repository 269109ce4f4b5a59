"""From a library to artefacts: pages, redirects, files. All artefacts of this room are safe to show."""
