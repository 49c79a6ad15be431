"""What installer/dev.py is made of: the standard library only, so that any Python runs it."""
