"""Widgets and delegates that more than one page uses."""
