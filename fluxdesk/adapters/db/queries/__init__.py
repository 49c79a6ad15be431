"""Rows for the screens: SQL in, frozen rows out."""
