"""What each answer to an open offer would do to the account, told before it is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.effet_issue import Offre, effet_de_l_issue
from fluxdesk.domain.offres import attribuee, comptee_a_part, ouvertes
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.enregistrer_issue import SUITES
from fluxdesk.services.imputer_offre import cle_de
from fluxdesk.services.tenir_registre import convention_de, lire_parties

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork

    Effets = Mapping[IssueOrientation, str]

HORS_DES_COMPTES = typographier(
    "Offre comptée hors du flux : aucun droit n’est consommé, aucun compte de réservataire n’en est"
    " changé."
)
_DU_BAILLEUR = {
    IssueOrientation.ATTRIBUEE: "Le bailleur garde ce logement pour son propre candidat.",
    IssueOrientation.BAIL_SIGNE: "Le logement est loué par le bailleur, hors réservation.",
}


def prevoir_effets(offres: Sequence[Orientation], *, uow: UnitOfWork) -> Mapping[int, Effets]:
    """By open offer of one vacancy, a sentence for each answer that may come next.

    Inside an open transaction. An offer that another was preferred to, in CAL, cannot be
    attributed meanwhile: that answer is not among its own.
    """
    names = {p.cle: p.nom for p in lire_parties(uow=uow)}
    opened = ouvertes(offres)
    holder = attribuee(opened)
    found: dict[int, Effets] = {}
    for offer in opened:
        others = len(opened) - 1
        held = holder is not None and holder.id != offer.id
        barred = {IssueOrientation.ATTRIBUEE} if held else set()
        answers = SUITES[offer.issue] - barred
        convention = convention_de(cle_de(offer), uow=uow)
        if comptee_a_part(offer) and convention is not None:
            found[offer.id] = dict.fromkeys(answers, HORS_DES_COMPTES)
            continue
        if convention is None:
            kept = SUITES[offer.issue] & frozenset(_DU_BAILLEUR)
            found[offer.id] = {issue: _DU_BAILLEUR[issue] for issue in kept}
            continue
        known = Offre(
            nom=names[cle_de(offer)],
            avant=offer.issue,
            convention=convention,
            autres=others,
            detenteur=names[cle_de(holder)] if holder is not None and held else "",
        )
        found[offer.id] = {issue: effet_de_l_issue(known, issue) for issue in answers}
    return found
