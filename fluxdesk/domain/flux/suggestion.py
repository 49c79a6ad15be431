"""Who should receive the next dwelling: the rule QMT, exactly (moteur.md §4, steps 1 to 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.flux.erreurs import DejaServiError
from fluxdesk.domain.flux.etat import Suivi
from fluxdesk.domain.flux.examen import Examen
from fluxdesk.domain.flux.gardes import ConstatGarde
from fluxdesk.domain.flux.proposition import Ecart, Motif, RaisonExclusion, Rang, Suggestion

if TYPE_CHECKING:
    from fluxdesk.domain.flux.parties import Unite
    from fluxdesk.domain.flux.registre import Registre

__all__ = [
    "ConstatGarde",
    "Ecart",
    "Motif",
    "RaisonExclusion",
    "Rang",
    "Suggestion",
    "suggerer",
]


def suggerer(registre: Registre, unite: Unite) -> Suggestion:
    """Suggest who should receive a dwelling; the ledger is not changed.

    A dwelling that has not entered the ledger is presented in thought first; one that came
    back goes on without its refusers.

    Raises:
        DejaServiError: the dwelling is in the hands of a party.
        AucunEligibleError: nobody may receive it, landlord included.
    """
    suivi = registre.suivi(unite.cle)
    comptes, veille = registre.comptes, registre.veille
    if suivi is None:
        suivi = Suivi(unite)
        comptes, veille = comptes.copie(), veille.copie()
        comptes.ouvrir(unite)
        veille.entrer(unite)
    elif suivi.detenteur is not None:
        raise DejaServiError(unite.cle, registre.parties[suivi.detenteur].nom)
    return Examen(comptes, veille, suivi, registre.parametres, registre.tolerance).conclure()
