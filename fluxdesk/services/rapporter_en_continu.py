"""What was done with a réservataire's right over a period: the report of a délégué (77, B5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.offres import partie_imputee
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.parties import cle_partie, lire_cle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork


class PeriodeInverseeError(FluxDeskError):
    """The period ends before it begins."""

    def __init__(self) -> None:
        super().__init__("La période finit avant de commencer : corrigez l’une des deux dates.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneContinue:
    """One dwelling of the report; no applicant is named.

    ``sous_contingent`` is the account charged inside the convention. ``impute_ailleurs`` tells
    that the dwelling was charged to another right in the end, ``source`` why; one that was
    offered to another and charged here has ``impute_ici``.
    """

    numero: str
    reference: str
    rpls: str
    adresse: str
    commune: str
    typologie: str
    financement: str
    jour: date
    sous_contingent: str
    passages_cal: int
    attribution: date | None
    bail: date | None
    issue: IssueOrientation
    cause: str
    impute_ailleurs: bool
    impute_ici: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RapportContinu:
    """The dwellings whose offer, attribution, lease or end is in the period, and its counters."""

    reservataire: str
    debut: date
    fin: date
    lignes: tuple[LigneContinue, ...]
    proposes: int
    attribues: int
    baux: int


def rapport_continu(
    reservataire_id: int, debut: date, fin: date, *, uow: UnitOfWork
) -> RapportContinu:
    """The extract of the period, days included, for this réservataire.

    Raises:
        IntrouvableError: no such réservataire.
        PeriodeInverseeError: it ends before it begins.
    """
    if fin < debut:
        raise PeriodeInverseeError
    with uow:
        who = uow.reservataires.lire(reservataire_id)
        mine = [
            offer
            for offer in uow.orientations.toutes()
            if offer.issue is not IssueOrientation.ANNULEE
            and _concerne(offer, reservataire_id)
            and any(_dans(day, debut, fin) for day in _jours(offer))
        ]
        rows = [_ligne(offer, reservataire_id, uow=uow) for offer in mine]
    charged = [row for row in rows if not row.impute_ailleurs]
    return RapportContinu(
        reservataire=who.nom,
        debut=debut,
        fin=fin,
        lignes=tuple(sorted(rows, key=lambda row: (row.jour, row.numero))),
        proposes=_compter((row.jour for row in charged), debut, fin),
        attribues=_compter((row.attribution for row in charged), debut, fin),
        baux=_compter((row.bail for row in charged), debut, fin),
    )


def _concerne(offre: Orientation, reservataire_id: int) -> bool:
    charged, _ = lire_cle(partie_imputee(offre))
    return reservataire_id in {offre.reservataire_id, charged}


def _jours(offre: Orientation) -> tuple[date | None, ...]:
    return offre.jour, offre.date_attribution, offre.date_bail, offre.date_issue


def _dans(jour: date | None, debut: date, fin: date) -> bool:
    return jour is not None and debut <= jour <= fin


def _compter(jours: Iterable[date | None], debut: date, fin: date) -> int:
    return sum(1 for jour in jours if _dans(jour, debut, fin))


def _ligne(offre: Orientation, reservataire_id: int, *, uow: UnitOfWork) -> LigneContinue:
    dwelling: Logement = uow.logements.lire(uow.vacances.lire(offre.vacance_id).logement_id)
    charged, part = lire_cle(partie_imputee(offre))
    moved = partie_imputee(offre) != cle_partie(offre.reservataire_id, offre.sous_contingent)
    return LigneContinue(
        numero=offre.numero,
        reference=dwelling.id_interne or dwelling.cle,
        rpls=dwelling.id_rpls,
        adresse=dwelling.adresse.ligne(),
        commune=dwelling.adresse.ville(),
        typologie=dwelling.typologie,
        financement=dwelling.financement.value,
        jour=offre.jour,
        sous_contingent=part if charged == reservataire_id else offre.sous_contingent,
        passages_cal=offre.suivi.passages_cal,
        attribution=offre.date_attribution,
        bail=offre.date_bail,
        issue=offre.issue,
        cause=offre.cause.value if offre.cause else "",
        impute_ailleurs=charged != reservataire_id,
        impute_ici=moved and charged == reservataire_id,
        source=offre.suivi.impute_source,
    )
