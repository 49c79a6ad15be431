"""Offers in order: the no of one and the offer to the next are one act, never a silent one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.evenements import Carence
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.enregistrer_issue import (
    DateAvantOffreError,
    Reponse,
    SuiteImpossibleError,
)
from fluxdesk.services.orienter_vacance import DemandeOrientation, orienter_vacance
from fluxdesk.services.passer_au_suivant import (
    PasDansLOrdreError,
    passer_au_suivant,
    prevoir_suivant,
)
from tests.services.monde import HORLOGE, JOUR, TERRITOIRES, actions, conge, monde, orienter

if TYPE_CHECKING:
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.suggerer_orientation import Proposition
    from tests.services.memoire import MemoireUow


def dans_l_ordre(uow: MemoireUow, vacance_id: int) -> Orientation:
    demande = DemandeOrientation(
        vacance_id=vacance_id, destinataire="2", derogation="essai", mode=ModeOffre.ORDRE
    )
    return orienter_vacance(demande, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)


def non(
    offre: Orientation,
    issue: IssueOrientation = IssueOrientation.SANS_CANDIDAT,
    jour: date = JOUR,
) -> Reponse:
    return Reponse(orientation_id=offre.id, issue=issue, jour=jour, motif="délai passé")


def prevoir(uow: MemoireUow, reponse: Reponse) -> Proposition:
    return prevoir_suivant(reponse, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)


def passer(uow: MemoireUow, reponse: Reponse) -> Orientation:
    return passer_au_suivant(reponse, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)


def test_what_is_foreseen_is_explained_and_writes_nothing() -> None:
    uow = monde()
    offer = dans_l_ordre(uow, conge(uow, 1))
    before = actions(uow)
    shown = prevoir(uow, non(offer))
    assert shown.destinataire != "2"
    assert "ce logement\u00a0: Action Logement" in shown.texte
    assert actions(uow) == before
    with uow:
        assert uow.orientations.lire(offer.id).issue is IssueOrientation.EN_COURS


def test_the_no_and_the_next_offer_are_recorded_together() -> None:
    uow = monde()
    for dwelling in (2, 3, 4):
        orienter(uow, conge(uow, dwelling), "bailleur", "réservataires en retard")
    offer = dans_l_ordre(uow, conge(uow, 1))
    foreseen = prevoir(uow, non(offer))
    following = passer(uow, non(offer))
    assert (following.suggere, following.explication) == (foreseen.destinataire, foreseen.texte)
    assert following.mode is ModeOffre.ORDRE
    assert actions(uow)[-2:] == ["orientation.issue", "orientation.creer"]
    with uow:
        closed = uow.orientations.lire(offer.id)
        genres = [type(e) for e in uow.evenements.de_l_orientation(offer.id)]
    assert (closed.issue, closed.motif_issue) == (IssueOrientation.SANS_CANDIDAT, "délai passé")
    assert genres[-1] is Carence


def test_the_mode_comes_from_the_convention_of_the_party() -> None:
    uow = monde()
    modes = {}
    for mode, dwelling in zip(ModeOffre, (1, 2, 3), strict=True):
        with uow:
            convention = uow.conventions.du_reservataire(2)
            assert convention is not None
            uow.conventions.enregistrer(replace(convention, mode_offre=mode))
            uow.valider()
        modes[mode] = orienter(uow, conge(uow, dwelling), "2", "essai").mode
    # An offer to one party is to one, though its convention would rather have several.
    assert modes == {
        ModeOffre.UN_SEUL: ModeOffre.UN_SEUL,
        ModeOffre.ORDRE: ModeOffre.ORDRE,
        ModeOffre.TOUS: ModeOffre.UN_SEUL,
    }


def test_the_landlord_passes_to_nobody() -> None:
    uow = monde()
    demande = DemandeOrientation(
        vacance_id=conge(uow, 1),
        destinataire="bailleur",
        derogation="relogement",
        mode=ModeOffre.ORDRE,
    )
    made = orienter_vacance(demande, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)
    assert made.mode is ModeOffre.UN_SEUL


def test_only_an_offer_in_order_passes_on_and_only_by_a_no() -> None:
    uow = monde()
    alone = orienter(uow, conge(uow, 1), "2", "essai")
    with pytest.raises(PasDansLOrdreError, match="2026-001"):
        passer(uow, non(alone))
    offer = dans_l_ordre(uow, conge(uow, 2))
    with pytest.raises(SuiteImpossibleError):
        passer(uow, non(offer, IssueOrientation.ATTRIBUEE))
    with pytest.raises(DateAvantOffreError):
        passer(uow, non(offer, jour=date(2026, 1, 1)))
