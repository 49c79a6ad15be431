"""Say whether a vacancy enters the flux."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Qualification

if TYPE_CHECKING:
    from fluxdesk.domain.vacance import CategorieSoustrait
    from fluxdesk.services.depots import UnitOfWork


class CategorieError(FluxDeskError):
    """A dwelling taken out of the flux has one category, any other none (R441-5 al. 5)."""

    def __init__(self, *, manque: bool) -> None:
        super().__init__(
            "Choisissez la catégorie qui soustrait ce logement du flux (CCH, art. R441-5)."
            if manque
            else "Seul un logement soustrait a une catégorie d’opération."
        )


class DejaOrienteeError(FluxDeskError):
    """An offer stands: qualifying again would falsify the ledger."""

    def __init__(self) -> None:
        super().__init__(
            "Cette vacance a déjà été proposée : annulez d’abord son orientation pour la "
            "qualifier autrement."
        )


def verifier_categorie(qualification: Qualification, categorie: CategorieSoustrait | None) -> None:
    """Raise CategorieError unless there is a category exactly for a dwelling taken out."""
    needed = qualification is Qualification.SOUSTRAIT
    if needed != (categorie is not None):
        raise CategorieError(manque=needed)


def qualifier_vacance(
    vacance_id: int,
    qualification: Qualification,
    *,
    categorie: CategorieSoustrait | None = None,
    uow: UnitOfWork,
    motif: str = "",
) -> None:
    """Qualify the vacancy, or qualify it otherwise.

    Raises:
        IntrouvableError: no such vacancy.
        CategorieError: the category is missing, or one too many.
        DejaOrienteeError: it was offered, and that offer was not cancelled.
    """
    verifier_categorie(qualification, categorie)
    with uow:
        before = uow.vacances.lire(vacance_id)
        offers = uow.orientations.de_la_vacance(vacance_id)
        if any(o.issue is not IssueOrientation.ANNULEE for o in offers):
            raise DejaOrienteeError
        after = replace(before, qualification=qualification, categorie_soustrait=categorie)
        uow.vacances.enregistrer(after)
        logement = uow.logements.lire(before.logement_id)
        said = f"{qualification.value} ({categorie.value})" if categorie else qualification.value
        uow.journal.ecrire(
            "vacance.qualifier",
            f"vacance:{vacance_id}",
            f"Vacance de {logement.adresse.ligne() or logement.cle} : {said}",
            avant=before,
            apres=after,
            motif=motif,
        )
        uow.valider()
