"""Offers in order: the one that holds the dwelling has answered no, the next in turn has it.

Nothing passes by itself when a deadline is over: the officer is shown who would be next and
why, and confirms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import sans_feries
from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.orientation import ISSUES_RENDUES
from fluxdesk.services.enregistrer_issue import SuiteImpossibleError, noter_reponse
from fluxdesk.services.orienter_vacance import DemandeOrientation, orienter_ici
from fluxdesk.services.suggerer_orientation import preparer_proposition

if TYPE_CHECKING:
    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.enregistrer_issue import Reponse
    from fluxdesk.services.ports import Horloge, Territoires
    from fluxdesk.services.suggerer_orientation import Proposition


class PasDansLOrdreError(FluxDeskError):
    """The offer was not made in order: nobody is promised to be next."""

    def __init__(self, numero: str) -> None:
        super().__init__(
            f"L’offre {numero} n’a pas été faite dans l’ordre : enregistrez la réponse, puis "
            "orientez de nouveau le logement."
        )


def prevoir_suivant(
    reponse: Reponse,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> Proposition:
    """Who would be next, and why, once this answer is recorded; writes nothing.

    Raises: as ``passer_au_suivant``.
    """
    with uow:  # left without committing: the answer is recorded in thought only
        return _rendre(reponse, uow=uow, horloge=horloge, territoires=territoires, feries=feries)


def passer_au_suivant(
    reponse: Reponse,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> Orientation:
    """Record the refusal or the missing candidate, and offer the dwelling to the next, in order.

    Raises:
        PasDansLOrdreError: the offer was not made in order.
        SuiteImpossibleError: the answer gives nothing back, or the offer is closed.
        IntrouvableError, BailleurNeRefusePasError, DateAvantOffreError: as ``enregistrer_issue``.
    """
    with uow:
        shown = _rendre(reponse, uow=uow, horloge=horloge, territoires=territoires, feries=feries)
        demande = DemandeOrientation(vacance_id=shown.vacance.id, mode=ModeOffre.ORDRE)
        made = orienter_ici(
            demande, uow=uow, horloge=horloge, territoires=territoires, feries=feries
        )
        uow.valider()
    return made


def _rendre(
    reponse: Reponse,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> Proposition:
    before = uow.orientations.lire(reponse.orientation_id)
    if before.mode is not ModeOffre.ORDRE:
        raise PasDansLOrdreError(before.numero)
    if reponse.issue not in ISSUES_RENDUES:
        raise SuiteImpossibleError(before.issue, reponse.issue)
    noter_reponse(reponse, uow=uow)
    shown, _ = preparer_proposition(
        before.vacance_id, uow=uow, horloge=horloge, territoires=territoires, feries=feries
    )
    return shown
