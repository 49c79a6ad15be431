"""The dialogs: they ask; the pages run the use case with what was entered."""
