"""Record that a dwelling is freed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.services.droits_du_logement import qualifier_par_le_stock
from fluxdesk.services.qualifier_vacance import verifier_categorie, verifier_motif

if TYPE_CHECKING:
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork


class DejaVacantError(FluxDeskError):
    """The dwelling has a vacancy that is not over."""

    def __init__(self, adresse: str) -> None:
        super().__init__(
            f"Ce logement ({adresse}) est déjà vacant : terminez ou retirez sa vacance en cours."
        )


class LogementSortiError(FluxDeskError):
    """The dwelling left the patrimoine."""

    def __init__(self, adresse: str) -> None:
        super().__init__(f"Ce logement ({adresse}) est sorti du patrimoine.")


class DatesInverseesError(FluxDeskError):
    """The dwelling would be free before the tenant gave notice."""

    def __init__(self) -> None:
        super().__init__(
            "La date de disponibilité précède la date du congé : corrigez l’une des deux."
        )


def enregistrer_conge(vacance: Vacance, *, uow: UnitOfWork) -> int:
    """Open a vacancy; its id. One left to qualify is, where the dwelling is identified stock.

    Raises:
        IntrouvableError: no such dwelling.
        LogementSortiError, DejaVacantError: the dwelling cannot be freed.
        DatesInverseesError, CategorieError, MotifHorsFluxError: the dates or the qualification
            contradict.
    """
    if vacance.disponibilite is not None and vacance.disponibilite < vacance.date_conge:
        raise DatesInverseesError
    verifier_categorie(vacance.qualification, vacance.categorie_soustrait)
    verifier_motif(vacance.qualification, vacance.suivi.motif_hors_flux)
    with uow:
        logement = uow.logements.lire(vacance.logement_id)
        address = logement.adresse.ligne() or logement.cle
        if logement.etat is EtatLogement.SORTI:
            raise LogementSortiError(address)
        if uow.vacances.en_cours(vacance.logement_id) is not None:
            raise DejaVacantError(address)
        vacance = qualifier_par_le_stock(vacance, uow=uow)
        ident = uow.vacances.enregistrer(vacance)
        uow.journal.ecrire(
            "vacance.creer",
            f"vacance:{ident}",
            f"Congé enregistré : {address}, {logement.adresse.ville()}",
            apres=replace(vacance, id=ident),
        )
        uow.valider()
    return ident
