"""The tests mirror the package; what they share is the workbench."""
