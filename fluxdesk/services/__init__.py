"""Use cases, one file a verb, and the ports they need; no toolkit, no database, no file format."""
