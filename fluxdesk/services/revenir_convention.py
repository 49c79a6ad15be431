"""Take back the recording of one convention: it and its réservataire are as before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.annuler_conventions import images, obstacle, remettre
from fluxdesk.services.enregistrer_convention import CREER, MODIFIER
from fluxdesk.services.lots_du_journal import lire_json

if TYPE_CHECKING:
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.services.depots import UnitOfWork

ACTES = (CREER, MODIFIER)
REVENIR = "convention.revenir"
_ANCIENNE = "FluxDesk ne gardait pas encore ce qu’il faut pour la remettre, corrigez-la à la main"


class ConventionToucheeError(FluxDeskError):
    """The convention was changed, or offers lean on it, since."""

    def __init__(self, libelle: str, pourquoi: str) -> None:
        super().__init__(f"« {libelle} » ne peut pas être annulé : {pourquoi}.")


def revenir_convention(entree: EntreeJournal, *, motif: str, uow: UnitOfWork) -> str:
    """Undo the recording that the entry tells; what was undone, in words.

    Raises:
        ConventionToucheeError: the ledger counted a dwelling since, the convention was changed,
            what was made is used, or the entry is older than its images.
    """
    with uow:
        if "evenement" not in lire_json(entree.apres):
            raise ConventionToucheeError(entree.libelle, _ANCIENNE)
        before, after = images(entree.avant), images(entree.apres)
        if why := obstacle(entree, before, after, uow=uow):
            raise ConventionToucheeError(entree.libelle, why)
        remettre(before, after, uow=uow)
        told = typographier(f"Annulé : {entree.libelle}")
        uow.journal.ecrire(
            REVENIR,
            entree.objet,
            told,
            apres={
                "reservataires": [*before.reservataires.values()],
                "conventions": [*before.conventions.values()],
            },
            motif=motif.strip(),
        )
        uow.valider()
    return told
