"""Floors, lifts and amounts in the words of the trade, for screens, letters and ads alike."""

from __future__ import annotations

from typing import Final

ASCENSEUR: Final = {True: "ascenseur", False: "sans ascenseur", None: ""}
_REZ_DE_CHAUSSEE: Final = frozenset({"0", "00", "RC", "RDC"})


def etage_en_mots(etage: str) -> str:
    """``rez-de-chaussée``, ``1er étage``, ``12e étage``; what is no number stays as written."""
    if etage.upper() in _REZ_DE_CHAUSSEE:
        return "rez-de-chaussée"
    if not etage.isdigit():
        return etage
    return "1er étage" if int(etage) == 1 else f"{int(etage)}e étage"


def etage_et_ascenseur(etage: str, ascenseur: bool | None) -> str:  # noqa: FBT001 - a value
    """Both on one line; empty where nothing is known."""
    return ", ".join(part for part in (etage_en_mots(etage), ASCENSEUR[ascenseur]) if part)


def euros(centimes: int) -> str:
    """``1 402,15 €`` of an amount in cents, not negative."""
    whole, cents = divmod(centimes, 100)
    grouped = f"{whole:,}".replace(",", "\u202f")
    return f"{grouped},{cents:02d}\u00a0€"
