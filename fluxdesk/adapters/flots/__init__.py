"""Flows in networks."""
