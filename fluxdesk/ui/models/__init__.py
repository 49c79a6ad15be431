"""The models of the tables: rows in, cells out; no service, no database."""
