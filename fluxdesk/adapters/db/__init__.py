"""The base: SQLite through SQLAlchemy over the sqlcipher3 driver."""
