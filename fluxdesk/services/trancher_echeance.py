"""An offer whose deadline is over: what the convention provides, what each choice does.

Nothing happens by itself (pratique.md §7): the officer reminds, gives more time, or records that
no candidate came, then passes to the next one or takes the dwelling for a turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import Calendrier, sans_feries
from fluxdesk.domain.clauses import SuiteCarence
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.prochaine_action import est_echue
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.compter_delai import unite_de_l_offre
from fluxdesk.services.enregistrer_issue import Reponse, noter_reponse
from fluxdesk.services.imputer_offre import cle_de
from fluxdesk.services.orienter_vacance import DemandeOrientation, orienter_ici
from fluxdesk.services.prevoir_effets import prevoir_effets
from fluxdesk.services.suggerer_orientation import echeance_pour
from fluxdesk.services.tenir_registre import convention_de

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires

REPRISE = "Reprise pour un tour : aucun candidat dans le délai"


class PasEchueError(FluxDeskError):
    """The deadline is not over, or candidates came."""

    def __init__(self, numero: str) -> None:
        super().__init__(
            f"L’offre {numero} n’est pas échue : son délai court encore, ou des candidats sont "
            "arrivés."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OffreEchue:
    """What an officer is asked of an expired offer.

    ``suite`` is what the convention provides, ``conseil`` says it; ``effet`` is what recording
    the carence does to the account; ``relance`` is the deadline that a reminder of today gives.
    """

    offre: Orientation
    suite: SuiteCarence
    conseil: str
    effet: str
    relance: Echeance | None


_CONSEILS = {
    SuiteCarence.RELANCE: "Sa convention prévoit une relance avant toute autre suite.",
    SuiteCarence.SUIVANT: "Sa convention prévoit de passer au réservataire suivant.",
    SuiteCarence.REPRISE: "Sa convention prévoit la reprise par le bailleur pour un tour.",
}


def examiner_echue(
    orientation_id: int, *, uow: UnitOfWork, horloge: Horloge, feries: Feries = sans_feries
) -> OffreEchue:
    """What to ask, and what each answer does; writes nothing.

    Raises:
        IntrouvableError: no such offer.
        PasEchueError: there is nothing to ask yet.
    """
    with uow:
        offre = uow.orientations.lire(orientation_id)
        convention = convention_de(cle_de(offre), uow=uow)
        today = horloge.aujourd_hui()
        open_still = offre.issue is IssueOrientation.EN_COURS
        if convention is None or not open_still or not est_echue(offre, today):
            raise PasEchueError(offre.numero)
        effects = prevoir_effets(uow.orientations.de_la_vacance(offre.vacance_id), uow=uow)
        vacance = uow.vacances.lire(offre.vacance_id)
        days = Calendrier(feries, uow.logements.lire(vacance.logement_id).departement)
        unite = unite_de_l_offre(offre, uow=uow)
        suite = convention.clauses.suite_carence
        again = echeance_pour(cle_de(offre), today, unite=unite, calendrier=days, uow=uow)
    if offre.suivi.relances and suite is SuiteCarence.RELANCE:
        said = "Il a déjà été relancé : constatez la carence, ou prolongez en disant pourquoi."
    else:
        said = _CONSEILS[suite]
    return OffreEchue(
        offre=offre,
        suite=suite,
        conseil=typographier(said),
        effet=effects[offre.id][IssueOrientation.SANS_CANDIDAT],
        relance=again,
    )


def constater_carence(
    orientation_id: int, *, jour: date, motif: str = "", uow: UnitOfWork
) -> Orientation:
    """Record that no candidate came in time; the offer as it ended, by the clause on carence.

    Raises:
        IntrouvableError, SuiteImpossibleError, DateAvantOffreError, BailleurNeRefusePasError: as
            ``enregistrer_issue``.
    """
    with uow:
        ended = noter_reponse(_carence(orientation_id, jour, motif), uow=uow)
        uow.valider()
    return ended


def reprendre_pour_un_tour(
    reponse: Reponse,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> Orientation:
    """Record the failure and give the dwelling to the landlord for this letting; its new offer.

    Raises:
        IntrouvableError, SuiteImpossibleError, DateAvantOffreError, BailleurNeRefusePasError: as
            ``enregistrer_issue``.
        LogementRetireError, PasAOrienterError: another offer holds it, or it is withdrawn.
    """
    with uow:
        ended = noter_reponse(reponse, uow=uow)
        demande = DemandeOrientation(
            vacance_id=ended.vacance_id,
            destinataire=BAILLEUR,
            derogation=typographier(reponse.motif.strip() or REPRISE),
        )
        made = orienter_ici(
            demande, uow=uow, horloge=horloge, territoires=territoires, feries=feries
        )
        uow.valider()
    return made


def _carence(orientation_id: int, jour: date, motif: str) -> Reponse:
    return Reponse(
        orientation_id=orientation_id,
        issue=IssueOrientation.SANS_CANDIDAT,
        jour=jour,
        motif=motif,
        cause=CauseEchec.AUCUN_CANDIDAT,
    )
