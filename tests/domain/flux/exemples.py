"""Small parties, dwellings and ledgers that the tests of the engine share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.echec import Responsable
from fluxdesk.domain.flux.evenements import (
    Annulation,
    Carence,
    Decompte,
    Presentation,
    Refus,
    Service,
)
from fluxdesk.domain.flux.parties import PARAMETRES, Axe, Parametres, Partie, TauxDate, Unite, Zone
from fluxdesk.domain.flux.registre import Registre
from fluxdesk.domain.flux.suggestion import suggerer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import EvenementDecompte
    from fluxdesk.domain.flux.suggestion import Suggestion

JOUR = date(2026, 3, 2)
PARTOUT = Zone.partout()
MODELE = Unite("L0", JOUR, "Calvi", "CCCB", "2B", "hors QPV", "T3", "PLAI", "2000")
SANS_MIXITE = Parametres(axes=())
PAR_TYPOLOGIE = Parametres(axes=((Axe.TYPOLOGIE, Fraction(1)),))


def partie(cle: str, taux: int, zone: Zone = PARTOUT, nom: str = "") -> Partie:
    return Partie(cle, nom or cle, (TauxDate(taux),), zone, zone)


def commune(nom: str) -> Zone:
    return Zone(communes=frozenset({nom}))


def unite(cle: str, **champs: str | date) -> Unite:
    return replace(MODELE, cle=cle, **champs)  # type: ignore[arg-type] # fields named by each test


@dataclass
class Journee:
    """An officer who follows the engine, with events numbered as they come."""

    parties: Sequence[Partie]
    parametres: Parametres = PARAMETRES
    numero: int = 0
    registre: Registre = field(init=False)

    def __post_init__(self) -> None:
        self.registre = Registre(self.parties, self.parametres)

    def suivre(self, une: Unite) -> Suggestion:
        """Present the dwelling and serve whoever is suggested."""
        suggestion = suggerer(self.registre, une)
        self.presenter(une)
        self.servir(une.cle, suggestion.destinataire)
        return suggestion

    def donner(self, une: Unite, cle: str) -> None:
        """Present the dwelling and serve a party of the officer's choice."""
        self.presenter(une)
        self.servir(une.cle, cle)

    def presenter(self, une: Unite) -> int:
        return self._appliquer(Presentation(self.numero + 1, une))

    def servir(self, une: str, cle: str) -> int:
        return self._appliquer(Service(self.numero + 1, une, cle))

    def refuser(self, une: str, cle: str, par: Responsable = Responsable.RESERVATAIRE) -> int:
        return self._appliquer(Refus(self.numero + 1, une, cle, par))

    def manquer(self, une: str, cle: str) -> int:
        """Record that the holder found no candidate."""
        return self._appliquer(Carence(self.numero + 1, une, cle))

    def avancer(self, une: str, cle: str, etape: EvenementDecompte) -> int:
        return self._appliquer(Decompte(self.numero + 1, une, cle, etape))

    def annuler(self, annule: int) -> int:
        return self._appliquer(Annulation(self.numero + 1, annule))

    def servis(self) -> list[int]:
        return [solde.servi for solde in self.registre.soldes()]

    def retards(self) -> list[int]:
        return [solde.retard for solde in self.registre.soldes()]

    def _appliquer(self, evenement: Evenement) -> int:
        self.registre.appliquer(evenement)
        self.numero += 1
        return self.numero
