"""Say whether a vacancy enters the flux."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.orientation import ISSUES_RENDUES, IssueOrientation
from fluxdesk.domain.suivi_vacance import STOCK_IDENTIFIE
from fluxdesk.domain.vacance import Qualification

if TYPE_CHECKING:
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.suivi_vacance import MotifHorsFlux
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


class MotifHorsFluxError(FluxDeskError):
    """The ground given is not one of those of the qualification."""

    def __init__(self, motif: MotifHorsFlux, qualification: Qualification) -> None:
        super().__init__(
            f"« {motif.value} » ne va pas avec « {qualification.value} » : le stock identifié est "
            "celui de la défense, de la sécurité intérieure ou de la santé, les autres motifs "
            "mettent hors champ."
        )


def verifier_motif(qualification: Qualification, hors_flux: MotifHorsFlux | None) -> None:
    """Raise MotifHorsFluxError where the ground is none of the qualification (pratique.md §4)."""
    if hors_flux is None:
        return
    expected = Qualification.STOCK if hors_flux in STOCK_IDENTIFIE else Qualification.HORS_CHAMP
    if qualification is not expected:
        raise MotifHorsFluxError(hors_flux, qualification)


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """What a qualification says beside its word: the ground out of the flux, the operation."""

    categorie: CategorieSoustrait | None = None
    hors_flux: MotifHorsFlux | None = None
    operation: str = ""


def _compte(offre: Orientation) -> bool:
    """Whether the offer stands in the ledger, or holds the dwelling still.

    What the holder of an identified dwelling gave back was in no account.
    """
    given_back = offre.suivi.hors_registre and offre.issue in ISSUES_RENDUES
    return offre.issue is not IssueOrientation.ANNULEE and not given_back


def qualifier_vacance(
    vacance_id: int,
    qualification: Qualification,
    *,
    categorie: CategorieSoustrait | None = None,
    uow: UnitOfWork,
    motif: str = "",
) -> None:
    """Qualify the vacancy, or qualify it otherwise; see ``preciser_qualification``."""
    told = Precision(categorie=categorie)
    preciser_qualification(vacance_id, qualification, told, uow=uow, motif=motif)


def preciser_qualification(
    vacance_id: int,
    qualification: Qualification,
    precision: Precision,
    *,
    uow: UnitOfWork,
    motif: str = "",
) -> None:
    """Qualify the vacancy, with its ground out of the flux or the operation it is taken for.

    Raises:
        IntrouvableError: no such vacancy.
        CategorieError: the category is missing, or one too many.
        MotifHorsFluxError: the ground is not one of the qualification.
        DejaOrienteeError: it was offered, and that offer was not cancelled.
    """
    categorie = precision.categorie
    verifier_categorie(qualification, categorie)
    verifier_motif(qualification, precision.hors_flux)
    with uow:
        before = uow.vacances.lire(vacance_id)
        offers = uow.orientations.de_la_vacance(vacance_id)
        if any(map(_compte, offers)):
            raise DejaOrienteeError
        suivi = replace(
            before.suivi,
            motif_hors_flux=precision.hors_flux,
            operation=precision.operation.strip() if categorie else "",
        )
        after = replace(
            before, qualification=qualification, categorie_soustrait=categorie, suivi=suivi
        )
        uow.vacances.enregistrer(after)
        logement = uow.logements.lire(before.logement_id)
        why = categorie or precision.hors_flux
        said = f"{qualification.value} ({why.value})" if why else qualification.value
        uow.journal.ecrire(
            "vacance.qualifier",
            f"vacance:{vacance_id}",
            f"Vacance de {logement.adresse.ligne() or logement.cle} : {said}",
            avant=before,
            apres=after,
            motif=motif,
        )
        uow.valider()
