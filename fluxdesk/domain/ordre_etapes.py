"""In which order the dates of a vacancy and of an offer follow each other (pratique.md §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance


class EtapeDesordonneeError(FluxDeskError):
    """A date comes before that of a step that precedes it."""

    def __init__(self, avant: tuple[str, date], apres: tuple[str, date]) -> None:
        super().__init__(
            f"{_majuscule(apres[0])}, le {en_lettres(apres[1])}, ne peut pas précéder "
            f"{avant[0]}, le {en_lettres(avant[1])} : corrigez l’une de ces dates."
        )


class EtapeFutureError(FluxDeskError):
    """What is recorded as done has not happened yet."""

    def __init__(self, quoi: str, jour: date) -> None:
        super().__init__(
            f"{_majuscule(quoi)}, le {en_lettres(jour)}, est à venir : notez cette étape le jour "
            "où elle a lieu, ou corrigez la date."
        )


def verifier_vacance(vacance: Vacance) -> None:
    """Refuse dates of a vacancy that contradict each other.

    Raises:
        EtapeDesordonneeError: one precedes the step before it.
    """
    suivi = vacance.suivi
    _verifier(
        [
            ("la réception du congé", vacance.date_conge),
            ("l’état des lieux de sortie", suivi.liberation),
            ("le début des travaux", suivi.travaux_debut),
            ("la fin des travaux", suivi.travaux_fin),
        ]
    )
    _verifier(
        [
            ("la réception du congé", vacance.date_conge),
            ("la visite conseil", suivi.visite_conseil),
        ]
    )


def verifier_offre(offre: Orientation) -> None:
    """Refuse dates of an offer that contradict each other.

    Raises:
        EtapeDesordonneeError: one precedes the step before it.
    """
    suivi = offre.suivi
    made = ("l’offre", offre.jour)
    _verifier(
        [
            made,
            ("l’envoi de l’offre", suivi.envoi),
            *(("la relance", day) for day in suivi.relances),
        ]
    )
    _verifier(
        [
            made,
            ("l’envoi de l’offre", suivi.envoi),
            ("la réception des candidats", suivi.candidats_recus),
            ("le dépôt des dossiers complets", suivi.dossiers_complets),
            ("la décision de la CAL", offre.date_attribution),
            ("la notification au candidat", suivi.notification),
            ("la réponse du candidat", suivi.reponse),
            ("la signature du bail", offre.date_bail),
            ("l’entrée dans les lieux", suivi.entree),
        ]
    )
    _verifier([made, ("la visite du candidat", suivi.visite)])
    _verifier([made, ("la CAL prévue", suivi.cal_prevue)])
    _verifier([("la signature du bail", offre.date_bail), ("la radiation du SNE", suivi.sne)])


def verifier_passe(quoi: str, jour: date, aujourd_hui: date) -> None:
    """Refuse to note as done what is still to come.

    Raises:
        EtapeFutureError: the day is after today.
    """
    if jour > aujourd_hui:
        raise EtapeFutureError(quoi, jour)


def _verifier(chaine: Sequence[tuple[str, date | None]]) -> None:
    before: tuple[str, date] | None = None
    for name, day in chaine:
        if day is None:
            continue
        if before is not None and day < before[1]:
            raise EtapeDesordonneeError(before, (name, day))
        before = (name, day)


def _majuscule(quoi: str) -> str:
    return quoi[0].upper() + quoi[1:]
