"""Take an offer back, as if it had never been made; the journal keeps both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.offres import meme_acte, ouvertes
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.imputer_offre import plume

if TYPE_CHECKING:
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork


class MotifManquantError(FluxDeskError):
    """Taking an act back needs a reason."""

    def __init__(self) -> None:
        super().__init__("Indiquez le motif de l’annulation : il sera inscrit au journal.")


class NonAnnulableError(FluxDeskError):
    """Another offer followed, the offer is cancelled already, or a lease was signed."""

    def __init__(self, numero: str, pourquoi: str) -> None:
        super().__init__(f"L’offre {numero} ne peut pas être annulée : {pourquoi}.")


def annuler_orientation(orientation_id: int, *, motif: str, uow: UnitOfWork) -> None:
    """Cancel the last offer of a vacancy; the ledger is as if it had not been made (P12).

    Of offers made together to several, each can be cancelled alone.

    Raises:
        IntrouvableError: no such offer.
        MotifManquantError: no reason.
        NonAnnulableError: see the class.
    """
    _exiger_motif(motif)
    with uow:
        _annuler(uow.orientations.lire(orientation_id), motif.strip(), uow=uow)
        uow.valider()


def annuler_offres(vacance_id: int, *, motif: str, uow: UnitOfWork) -> None:
    """Cancel every open offer of a vacancy at once, the last first.

    Raises:
        MotifManquantError: no reason.
        NonAnnulableError: no offer is open.
    """
    _exiger_motif(motif)
    with uow:
        offers = uow.orientations.de_la_vacance(vacance_id)
        opened = ouvertes(offers)
        if not opened:
            last = offers[-1].numero if offers else ""
            raise NonAnnulableError(last, "aucune offre de ce logement n’est en cours")
        for offer in reversed(opened):
            _annuler(offer, motif.strip(), uow=uow)
        uow.valider()


def _exiger_motif(motif: str) -> None:
    if not motif.strip():
        raise MotifManquantError


def _annuler(before: Orientation, motif: str, *, uow: UnitOfWork) -> None:
    _verifier(before, uow=uow)
    after = replace(before, issue=IssueOrientation.ANNULEE, motif_issue=motif)
    uow.orientations.enregistrer(after)
    plume(uow=uow).effacer(after)
    uow.journal.ecrire(
        "orientation.annuler",
        f"orientation:{before.id}",
        f"Offre {before.numero} annulée",
        avant=before.issue.value,
        apres=after.issue.value,
        motif=motif,
    )


def _verifier(orientation: Orientation, *, uow: UnitOfWork) -> None:
    if orientation.issue is IssueOrientation.ANNULEE:
        raise NonAnnulableError(orientation.numero, "elle l’est déjà")
    if orientation.issue in {IssueOrientation.BAIL_SIGNE, IssueOrientation.ECARTEE}:
        raise NonAnnulableError(orientation.numero, "un bail a été signé")
    followed = any(
        o.id > orientation.id
        and o.issue is not IssueOrientation.ANNULEE
        and not meme_acte(o, orientation)
        for o in uow.orientations.de_la_vacance(orientation.vacance_id)
    )
    if followed:
        raise NonAnnulableError(
            orientation.numero, "une autre offre l’a suivie, annulez d’abord celle-ci"
        )
