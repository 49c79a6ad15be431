"""Note the notice of the tenant: its reason, its proof, the months that run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.preavis import calculer_preavis
from fluxdesk.services.suivre import Dit, changer_vacance

if TYPE_CHECKING:
    from fluxdesk.domain.preavis import MotifPreavis, Preavis
    from fluxdesk.services.depots import UnitOfWork


def noter_preavis(
    vacance_id: int, motif: MotifPreavis, *, justifie: bool, uow: UnitOfWork
) -> Preavis:
    """Note it; the notice as it was computed, with its last day explained.

    Raises:
        IntrouvableError: no such vacancy.
    """
    with uow:
        before = uow.vacances.lire(vacance_id)
        notice = calculer_preavis(before.date_conge, motif, justifie=justifie)
        suivi = replace(
            before.suivi,
            preavis_mois=notice.mois,
            preavis_motif=motif.value,
            preavis_justifie=justifie,
        )
        told = f"préavis de {notice.mois} mois, jusqu’au {en_lettres(notice.fin.jour)}"
        changer_vacance(
            before, replace(before, suivi=suivi), Dit(f"{told} ({motif.value})"), uow=uow
        )
        uow.valider()
    return notice
