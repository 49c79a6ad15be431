"""Undo an import of vacancies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.typographie import accorde
from fluxdesk.services.importer_vacances import ACTION
from fluxdesk.services.lots_du_journal import (
    LotToucheError,
    entree_du_lot,
    journaliser_annulation,
    lire_json,
)
from fluxdesk.services.vacances_du_journal import lire_vacance, retirer_vacances

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork


def annuler_vacances(lot: int, *, uow: UnitOfWork, motif: str) -> int:
    """Take back the vacancies that the import opened; how many.

    Raises:
        FluxDeskError: no such import of vacancies, or it is already undone.
        LotToucheError: one of them was qualified, changed or offered since.
    """
    with uow:
        entree = entree_du_lot(ACTION, lot, uow=uow)
        uow.lots.annuler(lot)
        made = [lire_vacance(image) for image in lire_json(entree.apres)["vacances"]]
        _verifier(lot, made, uow)
        retirer_vacances(
            [vacance.id for vacance in made], lire_json(entree.avant)["vacances"], uow=uow
        )
        gone = accorde(len(made), "vacance retirée", "vacances retirées")
        journaliser_annulation(lot, gone, apres={"vacances": len(made)}, motif=motif, uow=uow)
        uow.valider()
    return len(made)


def _verifier(lot: int, made: Iterable[Vacance], uow: UnitOfWork) -> None:
    """Refuse if anything was done of a vacancy that would not stand without it."""
    offered = {
        offre.vacance_id
        for offre in uow.orientations.toutes()
        if offre.issue is not IssueOrientation.ANNULEE
    }
    counted = {event.unite_cle for event, _ in effectifs(uow.evenements.tous())}
    for vacance in made:
        if vacance.id in offered or str(vacance.id) in counted:
            raise LotToucheError(
                lot, "un de ses logements a été offert depuis, annulez d’abord cette offre"
            )
        if uow.vacances.lire(vacance.id) != vacance:
            raise LotToucheError(
                lot,
                "une de ses vacances a été qualifiée ou modifiée depuis, remettez-la d’abord dans "
                "son état d’origine",
            )
