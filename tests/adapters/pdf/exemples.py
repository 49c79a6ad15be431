"""Variants of the letter that several test files share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluxdesk.services.ports import LettreProposition


def changer(lettre: LettreProposition, partie: str, **valeurs: object) -> LettreProposition:
    """The letter, with some values of one of its parts changed."""
    return replace(lettre, **{partie: replace(getattr(lettre, partie), **valeurs)})
