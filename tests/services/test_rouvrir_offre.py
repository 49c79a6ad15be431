"""An answer recorded by mistake is taken back, the last first, unless others lean on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.annuler_orientation import NonAnnulableError
from fluxdesk.services.compter_delai import unite_de_l_offre
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.tenir_fiches import FicheToucheeError
from tests.services.ensemble import (
    ATTRIBUEE,
    BAIL,
    EN_COURS,
    REFUSEE,
    a_trois,
    issues,
    repondre,
)
from tests.services.monde import actions, conge, monde, orienter
from tests.services.test_actes import soldes
from tests.services.vies import annuler_le_dernier, offerte


@pytest.mark.parametrize("plusieurs", [False, True])
def test_each_answer_is_taken_back_the_last_first(*, plusieurs: bool) -> None:
    uow = monde()
    ident = conge(uow, 1)
    offer = a_trois(uow, ident)[1] if plusieurs else orienter(uow, ident, "2", "essai")
    states = [soldes(uow)]
    for answer in (ATTRIBUEE, BAIL):
        repondre(uow, offer, answer, date(2026, 4, 20))
        states.append(soldes(uow))
    for expected in reversed(states[:-1]):
        if plusieurs:
            with uow:
                number = [
                    e.numero
                    for e in annulables(uow.journal.toutes())
                    if e.objet == f"orientation:{offer.id}" and e.action == "orientation.issue"
                ][-1]
            annuler_action(number, motif="erreur", transaction=lambda: uow)
        else:
            annuler_le_dernier(uow)
        assert soldes(uow) == expected
    assert set(issues(uow, ident)) == {EN_COURS}
    repondre(uow, offer, REFUSEE, date(2026, 4, 20))
    refused = soldes(uow)
    annuler_le_dernier(uow)
    assert soldes(uow) == states[0]
    repondre(uow, offer, REFUSEE, date(2026, 4, 20))
    assert soldes(uow) == refused
    assert "orientation.rouvrir" in actions(uow)


def test_an_answer_that_others_lean_on_is_not_taken_back() -> None:
    uow = monde()
    ident = conge(uow, 1)
    first, second, _ = a_trois(uow, ident)
    repondre(uow, second, ATTRIBUEE)
    repondre(uow, second, BAIL)
    with uow:
        closed = [
            e
            for e in annulables(uow.journal.toutes())
            if e.objet == f"orientation:{first.id}" and e.action == "orientation.issue"
        ]
    with pytest.raises(NonAnnulableError, match="bail"):
        annuler_action(closed[-1].numero, motif="x", transaction=lambda: uow)
    other = conge(uow, 2)
    refused = orienter(uow, other, "2", "essai")
    repondre(uow, refused, REFUSEE)
    with uow:
        answer = [e for e in uow.journal.toutes() if e.action == "orientation.issue"][-1]
    orienter(uow, other, "3", "essai")
    with pytest.raises(NonAnnulableError, match="autre offre"):
        annuler_action(answer.numero, motif="x", transaction=lambda: uow)


def test_an_answer_changed_since_or_kept_without_its_images_stays() -> None:
    uow = monde()
    offer = offerte(uow)
    enregistrer_issue(offer.id, IssueOrientation.ATTRIBUEE, jour=date(2026, 4, 1), uow=uow)
    with uow:
        uow.orientations.enregistrer(replace(uow.orientations.lire(offer.id), candidats=9))
        uow.valider()
    with pytest.raises(FicheToucheeError):
        annuler_le_dernier(uow)
    with uow:
        uow.journal.ecrire(
            "orientation.issue",
            f"orientation:{offer.id}",
            "Offre ancienne",
            avant="en cours",
            apres="attribuée en CAL",
        )
        uow.valider()
    with pytest.raises(FicheToucheeError, match="ancienne"):
        annuler_le_dernier(uow)


def test_a_dwelling_counted_apart_is_seen_as_it_is() -> None:
    uow = monde()
    known = offerte(uow, 2)
    ident = conge(uow, 1)
    with uow:
        seen = unite_de_l_offre(replace(known, vacance_id=ident), uow=uow)
    assert (seen.cle, seen.commune, seen.jour) == (str(ident), "2A004", known.jour)
