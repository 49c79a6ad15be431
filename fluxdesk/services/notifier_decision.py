"""Notify the CAL's decision to the candidate, and note its answer (R441-10)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import Calendrier, sans_feries
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.echeance import REPONSE_MINIMUM, echeance_reponse
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.ordre_etapes import verifier_offre, verifier_passe
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.suivre import Dit, changer_offre

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge


class PasAttribueeError(FluxDeskError):
    """No candidate was chosen: there is nobody to notify, nobody who answers."""

    def __init__(self, numero: str) -> None:
        super().__init__(
            f"L’offre {numero} n’est pas attribuée en CAL : enregistrez d’abord la décision."
        )


def notifier_decision(
    orientation_id: int,
    jour: date,
    *,
    uow: UnitOfWork,
    feries: Feries = sans_feries,
    jours: int = REPONSE_MINIMUM,
) -> Echeance:
    """Note the day the offer reached the candidate; until when it may answer, explained.

    Raises:
        IntrouvableError: no such offer.
        PasAttribueeError: no candidate was chosen.
        ReponseTropCourteError: fewer than ten days.
        EtapeDesordonneeError: before the decision.
    """
    with uow:
        before = _attribuee(orientation_id, uow=uow)
        vacance = uow.vacances.lire(before.vacance_id)
        place = uow.logements.lire(vacance.logement_id).departement
        deadline = echeance_reponse(jour, Calendrier(feries, place), jours)
        suivi = replace(before.suivi, notification=jour, reponse_echeance=deadline.jour)
        after = replace(before, suivi=suivi)
        verifier_offre(after)
        until = f"réponse du candidat au plus tard le {en_lettres(deadline.jour)}"
        changer_offre(
            before, after, Dit(f"décision notifiée le {en_lettres(jour)}, {until}"), uow=uow
        )
        uow.valider()
    return deadline


def noter_accord_candidat(
    orientation_id: int, jour: date, *, uow: UnitOfWork, horloge: Horloge
) -> Orientation:
    """The candidate accepts the dwelling; a refusal is ``passer_au_candidat`` or an issue.

    Raises:
        IntrouvableError: no such offer.
        PasAttribueeError: no candidate was chosen.
        EtapeFutureError, EtapeDesordonneeError: the day does not fit.
    """
    with uow:
        before = _attribuee(orientation_id, uow=uow)
        verifier_passe("la réponse du candidat", jour, horloge.aujourd_hui())
        after = replace(before, suivi=replace(before.suivi, reponse=jour))
        verifier_offre(after)
        changer_offre(
            before, after, Dit(f"acceptée par le candidat le {en_lettres(jour)}"), uow=uow
        )
        uow.valider()
    return after


def _attribuee(orientation_id: int, *, uow: UnitOfWork) -> Orientation:
    offre = uow.orientations.lire(orientation_id)
    if offre.issue is not IssueOrientation.ATTRIBUEE:
        raise PasAttribueeError(offre.numero)
    return offre
