"""Paths, locks, settings and logs."""
