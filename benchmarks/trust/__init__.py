"""What is too long for the tests: hostile input in a browser, killed builds, growing input, fuzzing. Each part is a module with a `run`."""
