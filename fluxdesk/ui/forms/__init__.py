"""The Designer forms of /ui, compiled; never edited."""
