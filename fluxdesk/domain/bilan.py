"""The annual bilan owed before 28 February (R441-5-1; regles.md 37-45)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from fluxdesk.domain.vacance import CategorieSoustrait
from fluxdesk.domain.logement import PERIODES
from fluxdesk.domain.typographie import plie

_RANGS_PERIODES = {label: rank for rank, (_, label) in enumerate(PERIODES)}


class AxeBilan(StrEnum):
    """The six legal axes of R441-5-1; the value names a field of ``LigneBilan``."""

    RESERVATAIRE = "reservataire"
    TYPOLOGIE = "typologie"
    FINANCEMENT = "financement"
    QPV = "qpv"
    COMMUNE = "commune"
    PERIODE = "periode"


LIBELLES_AXE: dict[AxeBilan, str] = {
    AxeBilan.RESERVATAIRE: "Réservataire",
    AxeBilan.TYPOLOGIE: "Typologie",
    AxeBilan.FINANCEMENT: "Financement",
    AxeBilan.QPV: "QPV / hors QPV",
    AxeBilan.COMMUNE: "Commune",
    AxeBilan.PERIODE: "Période de construction",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneBilan:
    """Counts of one crossing of the six axes; a réservataire with nothing has a zero row.

    ``proposes`` counts offers made in the year, ``attribues`` CAL decisions of the year,
    ``baux`` leases signed in the year.
    """

    reservataire: str
    sous_contingent: str = ""
    typologie: str = ""
    financement: str = ""
    qpv: str = ""
    commune: str = ""
    periode: str = ""
    proposes: int = 0
    attribues: int = 0
    baux: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneSoustrait:
    """Dwellings taken out of the flux in the year, by category of R441-5 al. 5."""

    categorie: CategorieSoustrait
    nombre: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneSolde:
    """Account of one réservataire or sous-contingent on 31 December, in dwellings.

    ``taux`` in 1/10 000 on the last day of the year; ``solde`` = ``du`` - ``servi``, exact.
    ``cle`` is the party key of the ledger, ``parent`` the key of its node or empty.
    """

    cle: str
    nom: str
    parent: str = ""
    taux: int | None = None
    du: Fraction
    servi: int

    @property
    def solde(self) -> Fraction:
        """Dwellings owed and not yet served; negative when served ahead."""
        return self.du - self.servi


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilan:
    """The bilan of one year for one recipient.

    ``destinataire`` is the name printed; ``reservataire`` is None for the Préfecture, which
    receives every row. ``soldes`` covers the whole history up to 31 December of ``annee``;
    ``soldes_annee`` the accounts of the year alone. ``liberations`` counts the flux of the
    year (dwellings that entered the ledger).
    """

    annee: int
    bailleur: str
    siret: str
    destinataire: str
    reservataire: str | None
    lignes: tuple[LigneBilan, ...]
    soustraits: tuple[LigneSoustrait, ...]
    soldes: tuple[LigneSolde, ...]
    soldes_annee: tuple[LigneSolde, ...]
    liberations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalAxe:
    """Totals of one modality of one axis."""

    modalite: str
    proposes: int
    attribues: int
    baux: int


def totaux(lignes: tuple[LigneBilan, ...], axe: AxeBilan) -> tuple[TotalAxe, ...]:
    """Totals by modality of the axis, in the order a reader expects, zero rows of it kept.

    Rows that do not name the axis (the zero row of a réservataire, when the axis is another)
    carry no count and are left out, so every axis adds up to the same totals.
    """
    sums: dict[str, tuple[int, int, int]] = {}
    for ligne in lignes:
        modalite = str(getattr(ligne, axe.value))
        if not modalite:
            continue
        p, a, b = sums.get(modalite, (0, 0, 0))
        sums[modalite] = (p + ligne.proposes, a + ligne.attribues, b + ligne.baux)
    return tuple(
        TotalAxe(modalite=name, proposes=p, attribues=a, baux=b)
        for name, (p, a, b) in sorted(sums.items(), key=lambda item: ordre_de_lecture(item[0]))
    )


def ordre_de_lecture(modalite: str) -> tuple[int, str]:
    """Sort key: periods by their years, everything else by its letters, accents folded."""
    return _RANGS_PERIODES.get(modalite, -1), plie(modalite)
