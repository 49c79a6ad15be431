"""What an officer knows of a residence: is it fragile, is it attractive (pratique.md A3, A9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.typographie import plie, typographier

# 1 lets at once, 3 waits for a tenant: three classes are enough to see who receives what.
CLASSES: dict[int, str] = {1: "très demandée", 2: "demandée", 3: "peu demandée"}


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Residence:
    """One residence, known by its name and commune; ``id`` is 0 until recorded.

    ``attractivite`` is a key of ``CLASSES``, None while nobody said. ``note`` says why it is
    fragile and what to heed: about the place, never about a person. ``depuis`` is the day of
    that judgement.
    """

    nom: str
    commune: str
    id: int = 0
    fragile: bool = False
    attractivite: int | None = None
    note: str = ""
    depuis: date | None = None

    @property
    def cle(self) -> tuple[str, str]:
        """What two spellings of one residence share."""
        return cle_residence(self.nom, self.commune)

    def avertissement(self) -> str:
        """What the officer is told before offering a dwelling of it; empty where nothing is."""
        if not self.fragile:
            return ""
        why = f" : {self.note.rstrip('.')}" if self.note else ""
        return typographier(
            f"Résidence signalée fragile{why}. À prendre en compte, sans obligation."
        )


def cle_residence(nom: str, commune: str) -> tuple[str, str]:
    """Key of the programme of a dwelling, case and accents folded."""
    return plie(nom), commune.upper()
