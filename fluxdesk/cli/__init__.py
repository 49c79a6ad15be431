"""The command line: same use cases as the window."""
