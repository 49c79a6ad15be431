"""Take back an answer that was recorded by mistake: the offer and the ledger as before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.offres import meme_acte
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.annuler_orientation import NonAnnulableError
from fluxdesk.services.droits_du_logement import rendre_au_bail_defait
from fluxdesk.services.imputer_offre import plume
from fluxdesk.services.lots_du_journal import lire_json
from fluxdesk.services.suivre import lire_offre
from fluxdesk.services.tenir_bail import reprendre_bail
from fluxdesk.services.tenir_fiches import FicheToucheeError

if TYPE_CHECKING:
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork

ISSUE, ROUVRIR = "orientation.issue", "orientation.rouvrir"


def rouvrir_offre(entree: EntreeJournal, *, motif: str, uow: UnitOfWork) -> str:
    """Undo the answer that the entry tells; a lease gives their place back to the other offers.

    Raises:
        FicheToucheeError: the offer changed since, or the entry is older than its images.
        NonAnnulableError: another offer followed, or another lease closed this one.
    """
    before: Any = lire_json(entree.avant)
    after: Any = lire_json(entree.apres)
    with uow:
        if not isinstance(before, dict):
            raise FicheToucheeError(entree.libelle)
        closed = lire_offre(after)
        _rouvrir(entree, lire_offre(before), closed, uow=uow)
        if closed.date_bail is not None:
            home = uow.vacances.lire(closed.vacance_id).logement_id
            rendre_au_bail_defait(home, closed.reservataire_id, closed.date_bail, uow=uow)
            reprendre_bail(home, closed, uow=uow)
        told = typographier(f"Annulé : {entree.libelle}")
        uow.journal.ecrire(
            ROUVRIR, entree.objet, told, avant=after, apres=before, motif=motif.strip()
        )
        uow.valider()
    return told


def _rouvrir(
    entree: EntreeJournal, before: Orientation, after: Orientation, *, uow: UnitOfWork
) -> None:
    if after.issue is IssueOrientation.ECARTEE:
        raise NonAnnulableError(after.numero, "un bail a été signé")
    if uow.orientations.lire(after.id) != after:
        raise FicheToucheeError(entree.libelle)
    others = [o for o in uow.orientations.de_la_vacance(after.vacance_id) if o.id != after.id]
    if any(_suit(other, after) for other in others):
        raise NonAnnulableError(
            after.numero, "une autre offre l’a suivie, annulez d’abord celle-ci"
        )
    uow.orientations.enregistrer(before)
    for other in others:
        if after.date_bail is not None and other.issue is IssueOrientation.ECARTEE:
            uow.orientations.enregistrer(
                replace(other, issue=IssueOrientation.EN_COURS, date_issue=None, motif_issue="")
            )
    plume(uow=uow).defaire(before, after.issue)


def _suit(other: Orientation, offre: Orientation) -> bool:
    later = other.id > offre.id and other.issue is not IssueOrientation.ANNULEE
    return later and not meme_acte(other, offre)
