"""What can happen in a ledger; a deducted dwelling never enters it (moteur.md §2, §4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from fluxdesk.domain.echec import Responsable

if TYPE_CHECKING:
    from fluxdesk.domain.flux.parties import EvenementDecompte, Unite


@dataclass(frozen=True, slots=True)
class Presentation:
    """The dwelling enters the ledger: dues accrue at the rates of its day."""

    numero: int
    unite: Unite

    @property
    def unite_cle(self) -> str:
        """The key of the dwelling, under the name that the other events use."""
        return self.unite.cle


@dataclass(frozen=True, slots=True)
class Service:
    """The dwelling is offered to a party, and counts as served at once."""

    numero: int
    unite_cle: str
    partie: str


@dataclass(frozen=True, slots=True)
class Refus:
    """The offer to the party that holds the dwelling came to nothing.

    ``par`` is whose doing that was: the clause of the convention for it says what it costs.
    """

    numero: int
    unite_cle: str
    partie: str
    par: Responsable = Responsable.RESERVATAIRE


@dataclass(frozen=True, slots=True)
class Carence:
    """The party that holds the dwelling found no candidate within the delay."""

    numero: int
    unite_cle: str
    partie: str


@dataclass(frozen=True, slots=True)
class Decompte:
    """The offer reached a step: attribution in CAL, or signed lease (regles.md 82)."""

    numero: int
    unite_cle: str
    partie: str
    etape: EvenementDecompte


@dataclass(frozen=True, slots=True)
class Annulation:
    """The earlier event of number `annule` never happened, whatever came after it."""

    numero: int
    annule: int


Fait: TypeAlias = Presentation | Service | Refus | Carence | Decompte
Evenement: TypeAlias = Fait | Annulation
