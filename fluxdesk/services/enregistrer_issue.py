"""Record how an offer went: CAL decision, lease, refusal, no candidate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.evenements import Refus
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.parties import cle_partie
from fluxdesk.services.tenir_registre import charger_registre

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork

_SUITES = {
    IssueOrientation.EN_COURS: frozenset(
        {
            IssueOrientation.ATTRIBUEE,
            IssueOrientation.REFUSEE,
            IssueOrientation.SANS_CANDIDAT,
        }
    ),
    IssueOrientation.ATTRIBUEE: frozenset(
        {
            IssueOrientation.BAIL_SIGNE,
            IssueOrientation.REFUSEE,
            IssueOrientation.SANS_CANDIDAT,
        }
    ),
}
_RENDUES = frozenset({IssueOrientation.REFUSEE, IssueOrientation.SANS_CANDIDAT})


class SuiteImpossibleError(FluxDeskError):
    """The offer cannot end so from where it stands."""

    def __init__(self, avant: IssueOrientation, apres: IssueOrientation) -> None:
        super().__init__(
            f"Une offre « {avant.value} » ne peut pas devenir « {apres.value} ». "
            "Un bail suit une attribution en CAL ; une offre close ne change plus."
        )


class DateAvantOffreError(FluxDeskError):
    """The answer would come before the question."""

    def __init__(self, jour: date, avant: date) -> None:
        super().__init__(
            f"La date du {en_lettres(jour)} précède l’étape d’avant, le {en_lettres(avant)} : "
            "corrigez-la."
        )


class BailleurNeRefusePasError(FluxDeskError):
    """The landlord keeps the dwelling: there is nobody to refuse it."""

    def __init__(self) -> None:
        super().__init__(
            "Ce logement est gardé par le bailleur : pour l’orienter autrement, annulez "
            "l’orientation."
        )


def enregistrer_issue(
    orientation_id: int,
    issue: IssueOrientation,
    *,
    jour: date,
    motif: str = "",
    uow: UnitOfWork,
) -> None:
    """Record the issue; a dwelling given back returns to « à orienter » and to the ledger.

    Raises:
        IntrouvableError: no such offer.
        SuiteImpossibleError: not from where the offer stands.
        BailleurNeRefusePasError: the landlord's own dwelling.
        DateAvantOffreError: before the offer, or before the CAL for a lease.
    """
    with uow:
        before = uow.orientations.lire(orientation_id)
        if issue not in _SUITES.get(before.issue, frozenset()):
            raise SuiteImpossibleError(before.issue, issue)
        if issue in _RENDUES and before.reservataire_id is None:
            raise BailleurNeRefusePasError
        earliest = before.date_attribution or before.jour
        if jour < earliest:
            raise DateAvantOffreError(jour, earliest)
        after = _apres(before, issue, jour, motif)
        uow.orientations.enregistrer(after)
        if issue in _RENDUES:
            _rendre(before, uow=uow)
        uow.journal.ecrire(
            "orientation.issue",
            f"orientation:{orientation_id}",
            f"Offre {before.numero} : {issue.value}, le {en_lettres(jour)}",
            avant=before.issue.value,
            apres=after.issue.value,
            motif=motif,
        )
        uow.valider()


def _apres(before: Orientation, issue: IssueOrientation, jour: date, motif: str) -> Orientation:
    after = replace(before, issue=issue, date_issue=jour, motif_issue=motif.strip())
    if issue is IssueOrientation.ATTRIBUEE:
        return replace(after, date_attribution=jour)
    if issue is IssueOrientation.BAIL_SIGNE:
        return replace(after, date_bail=jour)
    return after


def _rendre(before: Orientation, *, uow: UnitOfWork) -> None:
    registre = charger_registre(uow=uow)
    event = Refus(
        uow.evenements.prochain_numero(),
        str(before.vacance_id),
        cle_partie(before.reservataire_id, before.sous_contingent),
    )
    registre.appliquer(event)
    uow.evenements.ajouter(event, before.id)
