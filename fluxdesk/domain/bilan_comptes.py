"""The accounts of a bilan side by side: the year and the whole history."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan import LigneSolde
from fluxdesk.domain.flux.parties import BAILLEUR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.bilan import Bilan


@dataclass(frozen=True, slots=True, kw_only=True)
class Compte:
    """One party: its account of the year and its account since the first day."""

    annee: LigneSolde
    cumul: LigneSolde

    @property
    def nom(self) -> str:
        """Name of the party."""
        return self.cumul.nom

    @property
    def compte(self) -> bool:
        """Whether it adds up in the totals: a part is in its whole, the landlord reserves none."""
        return not self.cumul.parent and self.cumul.cle != BAILLEUR


def comptes(bilan: Bilan) -> tuple[Compte, ...]:
    """Every party, each part after its whole, the landlord last; no account in a year is zero."""
    year = {s.cle: s for s in bilan.soldes_annee}
    heads = [s for s in bilan.soldes if not s.parent]
    ordered = [
        s
        for head in sorted(heads, key=lambda s: s.cle == BAILLEUR)
        for s in bilan.soldes
        if head.cle in {s.cle, s.parent}
    ]
    return tuple(Compte(annee=year.get(s.cle, _nul(s)), cumul=s) for s in ordered)


def sans_compte(bilan: Bilan) -> str:
    """Why a bilan shows no account."""
    if bilan.d_un_epci:
        return "Les comptes se tiennent par convention\u00a0: ils ne se découpent pas par EPCI."
    return f"Aucun réservataire n’a de compte au {bilan.periode.dernier_jour}."


def total(soldes: Iterable[LigneSolde]) -> LigneSolde:
    """The sum of these accounts, exact."""
    kept = tuple(soldes)
    return LigneSolde(
        cle="",
        nom="Total",
        du=sum((s.du for s in kept), Fraction(0)),
        servi=sum(s.servi for s in kept),
    )


def _nul(solde: LigneSolde) -> LigneSolde:
    return LigneSolde(
        cle=solde.cle,
        nom=solde.nom,
        parent=solde.parent,
        taux=solde.taux,
        du=Fraction(0),
        servi=0,
    )
