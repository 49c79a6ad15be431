"""The bilan owed before 28 February, and its intermediate ones (R441-5-1; regles.md 37-45)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from fluxdesk.domain.bilan_faits import (
    DroitNeufVu,
    FaitOffre,
    FaitPrevu,
    FaitSoustrait,
    Lieu,
    ObjectifVu,
)
from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.logement import PERIODES
from fluxdesk.domain.periode import Periode
from fluxdesk.domain.typographie import plie
from fluxdesk.domain.vacance import CategorieSoustrait

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


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class LigneBilan:
    """Counts of one crossing; a réservataire with nothing has a zero row.

    ``proposes`` counts offers made in the period, ``attribues`` CAL decisions of the period,
    ``baux`` leases signed in it, ``sans_suite`` its offers that failed. ``epci`` is printed as
    the axes are, ``insee`` is the code of the commune, ``neuf`` is ``FaitOffre.circuit``.
    """

    reservataire: str
    sous_contingent: str = ""
    departement: str = ""
    epci: str = ""
    insee: str = ""
    commune: str = ""
    qpv: str = ""
    typologie: str = ""
    financement: str = ""
    periode: str = ""
    neuf: str = ""
    proposes: int = 0
    attribues: int = 0
    baux: int = 0
    sans_suite: int = 0


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class LigneSoustrait:
    """Dwellings taken out of the flux in the period, by category of R441-5 al. 5."""

    categorie: CategorieSoustrait
    nombre: int


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class LigneSolde:
    """Account of one réservataire or sous-contingent on the last day, in dwellings.

    ``taux`` in 1/10 000 on the last day of the period; ``solde`` = ``du`` - ``servi``, exact.
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


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionVue:
    """What the first sheet says of the convention of the recipient.

    ``partielle`` says that its percentage is taken of a part of the patrimoine, which the
    dwellings freed, taken out and foreseen are then those of.
    """

    reference: str = ""
    signature: date | None = None
    fin: date | None = None
    decompte: str = ""
    partielle: bool = False


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Bilan:
    """The bilan of one period for one recipient.

    ``cle`` is the key of the recipient (``prefecture``, ``reservataire:3``, ``epci:242010056``,
    ``cil``) and ``destinataire`` the name printed; ``reservataire`` is its name where it
    receives its own rows only. ``soldes`` covers the whole history up to the last day,
    ``soldes_annee`` the accounts of the period alone; both are empty for an EPCI, since accounts
    are kept by convention. ``liberes`` are the places of the dwellings that entered the flux.
    ``parties`` are the réservataires and sous-contingents that have a row even at zero.
    ``detail`` holds the offers one by one, ``realises`` the dwellings taken out, ``prevus`` what
    was foreseen for this year and the next; ``non_localises`` are operations without a commune,
    told to who receives one territory but in none of its totals. ``annees_prevues`` are the years
    for which the landlord foresaw anything anywhere, « none at all » included. ``seuil`` above 0
    says that small cells were regrouped (``bilan_secret``). ``version`` above 1 is a rectificatif,
    whose ``changements`` say what is not as it was sent; ``etabli`` is the day it was made.
    """

    periode: Periode
    bailleur: str
    siret: str
    destinataire: str
    reservataire: str | None
    lignes: tuple[LigneBilan, ...]
    soustraits: tuple[LigneSoustrait, ...]
    soldes: tuple[LigneSolde, ...]
    soldes_annee: tuple[LigneSolde, ...]
    liberations: int
    cle: str = "prefecture"
    contact: str = ""
    convention: ConventionVue | None = None
    parties: tuple[tuple[str, str], ...] = ()
    detail: tuple[FaitOffre, ...] = ()
    liberes: tuple[Lieu, ...] = ()
    realises: tuple[FaitSoustrait, ...] = ()
    prevus: tuple[FaitPrevu, ...] = ()
    non_localises: tuple[FaitPrevu, ...] = ()
    annees_prevues: tuple[int, ...] = ()
    neufs: tuple[DroitNeufVu, ...] = ()
    objectifs: tuple[ObjectifVu, ...] = ()
    seuil: int = 0
    version: int = 1
    changements: tuple[str, ...] = ()
    etabli: date | None = None

    @property
    def d_un_epci(self) -> bool:
        """Whether it tells of a territory: accounts are kept by convention, not by place."""
        return self.cle.startswith("epci:")

    @property
    def d_un_territoire(self) -> bool:
        """Whether it tells of a part of the patrimoine: of an EPCI, of a partial assiette."""
        return self.d_un_epci or (self.convention is not None and self.convention.partielle)

    @property
    def au_logement(self) -> bool:
        """Whether it goes down to the dwelling: for the one concerned alone (regles.md 41).

        An EPCI and the CIL receive counts; so does whoever receives regrouped rows.
        """
        return not self.seuil and not self.d_un_epci and self.cle != "cil"

    @property
    def annee(self) -> int:
        """The year of the period."""
        return self.periode.annee


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalAxe:
    """Totals of one modality of one axis."""

    modalite: str
    proposes: int
    attribues: int
    baux: int
    sans_suite: int = 0


def totaux(lignes: tuple[LigneBilan, ...], axe: AxeBilan) -> tuple[TotalAxe, ...]:
    """Totals by modality of the axis, in the order a reader expects, zero rows of it kept.

    Rows that do not name the axis (the zero row of a réservataire, when the axis is another)
    carry no count and are left out, so every axis adds up to the same totals.
    """
    sums: dict[str, tuple[int, int, int, int]] = {}
    for ligne in lignes:
        modalite = str(getattr(ligne, axe.value))
        if not modalite:
            continue
        p, a, b, s = sums.get(modalite, (0, 0, 0, 0))
        sums[modalite] = (
            p + ligne.proposes,
            a + ligne.attribues,
            b + ligne.baux,
            s + ligne.sans_suite,
        )
    return tuple(
        TotalAxe(modalite=name, proposes=p, attribues=a, baux=b, sans_suite=s)
        for name, (p, a, b, s) in sorted(sums.items(), key=lambda item: ordre_de_lecture(item[0]))
    )


def ordre_de_lecture(modalite: str) -> tuple[int, str]:
    """Sort key: periods by their years, everything else by its letters, accents folded."""
    return _RANGS_PERIODES.get(modalite, -1), plie(modalite)
