"""The composition root: the only package that sees adapters, ui and cli."""
