"""How long the notice of a tenant runs, and to which day (pratique.md §4, row 1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres, plus_mois
from fluxdesk.domain.echeance import Echeance
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from datetime import date

TROIS_MOIS = 3


class MotifPreavis(StrEnum):
    """Why a notice is shorter, or that nothing shortens it."""

    DROIT_COMMUN = "droit commun"
    BAIL_ANCIEN = "bail ancien de logement social"
    ZONE_TENDUE = "logement en zone tendue"
    LOGEMENT_SOCIAL = "attribution d’un logement social"
    EMPLOI = "premier emploi, mutation ou perte d’emploi"
    SANTE = "état de santé"
    RSA = "bénéficiaire du RSA"
    AAH = "bénéficiaire de l’AAH"


MOIS = {
    MotifPreavis.DROIT_COMMUN: TROIS_MOIS,
    MotifPreavis.BAIL_ANCIEN: 2,
    MotifPreavis.ZONE_TENDUE: 1,
    MotifPreavis.LOGEMENT_SOCIAL: 1,
    MotifPreavis.EMPLOI: 1,
    MotifPreavis.SANTE: 1,
    MotifPreavis.RSA: 1,
    MotifPreavis.AAH: 1,
}
# The place of the dwelling, or the lease itself, proves these: nothing is asked of the tenant.
_SANS_PREUVE = frozenset(
    {MotifPreavis.DROIT_COMMUN, MotifPreavis.BAIL_ANCIEN, MotifPreavis.ZONE_TENDUE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preavis:
    """The months that run, and the last day of the notice, explained."""

    mois: int
    fin: Echeance


def preuve_demandee(motif: MotifPreavis) -> bool:
    """Whether the tenant must prove what shortens the notice."""
    return motif not in _SANS_PREUVE


def calculer_preavis(conge: date, motif: MotifPreavis, *, justifie: bool) -> Preavis:
    """The notice that runs from the receipt of the congé.

    Without the proof that its reason needs it is three months (usage, to be checked on the
    lease; the law of 6 July 1989, art. 15, is the source for ordinary leases).
    """
    short = justifie or not preuve_demandee(motif)
    months = MOIS[motif] if short else TROIS_MOIS
    end = plus_mois(conge, months)
    unit = "un mois" if months == 1 else f"{months} mois"
    start = f"{unit} à compter du congé reçu le {en_lettres(conge)}"
    if short:
        return Preavis(mois=months, fin=Echeance(end, typographier(f"{start} : {motif.value}")))
    why = f"{motif.value}, sans justificatif"
    return Preavis(mois=months, fin=Echeance(end, typographier(f"{start} : {why}")))


def fin_de_preavis(conge: date, mois: int | None, motif: str = "") -> Echeance | None:
    """The last day of the notice as it was recorded; None where it was not."""
    if mois is None:
        return None
    unit = "un mois" if mois == 1 else f"{mois} mois"
    why = f" : {motif}" if motif else ""
    said = f"{unit} à compter du congé reçu le {en_lettres(conge)}{why}"
    return Echeance(plus_mois(conge, mois), typographier(said))
