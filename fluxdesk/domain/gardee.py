"""The mark of values that the base keeps whole, as JSON."""

from __future__ import annotations

from typing import TypeVar

Valeur = TypeVar("Valeur", bound=type)


def gardee(valeur: Valeur) -> Valeur:
    """Mark a frozen value whose annotations are read when it comes back from the base.

    The linter is told of this name: what such a class names is imported at run time. A field
    added later has a default, so that what was kept before still reads.
    """
    return valeur
