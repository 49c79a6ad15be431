"""Public reference tables shipped with the program."""
