"""The pages of the window: view, model and the calls each makes."""
