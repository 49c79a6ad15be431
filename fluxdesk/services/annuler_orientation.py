"""Take an offer back, as if it had never been made; the journal keeps both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.evenements import Annulation
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.tenir_registre import charger_registre

if TYPE_CHECKING:
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork


class MotifManquantError(FluxDeskError):
    """Taking an act back needs a reason."""

    def __init__(self) -> None:
        super().__init__("Indiquez le motif de l’annulation : il sera inscrit au journal.")


class NonAnnulableError(FluxDeskError):
    """The offer is not the last of its vacancy, is cancelled already, or led to a lease."""

    def __init__(self, numero: str, pourquoi: str) -> None:
        super().__init__(f"L’offre {numero} ne peut pas être annulée : {pourquoi}.")


def annuler_orientation(orientation_id: int, *, motif: str, uow: UnitOfWork) -> None:
    """Cancel the last offer of a vacancy; the ledger is as if it had not been made (P12).

    Raises:
        IntrouvableError: no such offer.
        MotifManquantError: no reason.
        NonAnnulableError: see the class.
    """
    if not motif.strip():
        raise MotifManquantError
    with uow:
        before = uow.orientations.lire(orientation_id)
        _verifier(before, uow=uow)
        after = replace(before, issue=IssueOrientation.ANNULEE, motif_issue=motif.strip())
        uow.orientations.enregistrer(after)
        _annuler_evenements(orientation_id, uow=uow)
        uow.journal.ecrire(
            "orientation.annuler",
            f"orientation:{orientation_id}",
            f"Offre {before.numero} annulée",
            avant=before.issue.value,
            apres=after.issue.value,
            motif=motif.strip(),
        )
        uow.valider()


def _verifier(orientation: Orientation, *, uow: UnitOfWork) -> None:
    if orientation.issue is IssueOrientation.ANNULEE:
        raise NonAnnulableError(orientation.numero, "elle l’est déjà")
    if orientation.issue is IssueOrientation.BAIL_SIGNE:
        raise NonAnnulableError(orientation.numero, "un bail a été signé")
    standing = [
        o
        for o in uow.orientations.de_la_vacance(orientation.vacance_id)
        if o.issue is not IssueOrientation.ANNULEE
    ]
    if standing[-1].id != orientation.id:
        raise NonAnnulableError(
            orientation.numero, "une autre offre l’a suivie, annulez d’abord celle-ci"
        )


def _annuler_evenements(orientation_id: int, *, uow: UnitOfWork) -> None:
    registre = charger_registre(uow=uow)
    first = uow.evenements.prochain_numero()
    # The newest first: a refusal goes before the offer it answered.
    made = reversed(uow.evenements.de_l_orientation(orientation_id))
    for number, event in enumerate(list(made), start=first):
        cancelled = Annulation(number, event.numero)
        registre.appliquer(cancelled)
        uow.evenements.ajouter(cancelled, orientation_id)
