"""Before an answer is confirmed, each one open to an offer says what it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.offres import Etapes, etapes_de
from fluxdesk.domain.orientation import ISSUES_RENDUES, IssueOrientation
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.prevoir_effets import prevoir_effets
from tests.services.ensemble import a_trois
from tests.services.monde import JOUR, conge, monde, orienter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.services.memoire import MemoireUow

ATTRIBUEE, BAIL = IssueOrientation.ATTRIBUEE, IssueOrientation.BAIL_SIGNE
REFUSEE = IssueOrientation.REFUSEE


def effets(uow: MemoireUow, vacance_id: int) -> Mapping[int, Mapping[IssueOrientation, str]]:
    with uow:
        return prevoir_effets(uow.orientations.de_la_vacance(vacance_id), uow=uow)


def test_every_answer_that_may_come_has_its_sentence() -> None:
    uow = monde()
    ident = conge(uow, 1)
    made = orienter(uow, ident, "1/agents", "essai")
    said = effets(uow, ident)[made.id]
    assert set(said) == {ATTRIBUEE, *ISSUES_RENDUES}
    assert "de l’État (agents)" in said[REFUSEE]
    enregistrer_issue(made.id, ATTRIBUEE, jour=JOUR, uow=uow)
    assert set(effets(uow, ident)[made.id]) == {BAIL, *ISSUES_RENDUES}
    enregistrer_issue(made.id, BAIL, jour=JOUR, uow=uow)
    assert effets(uow, ident) == {}


def test_the_landlord_gives_nothing_back() -> None:
    uow = monde()
    ident = conge(uow, 1)
    made = orienter(uow, ident, "bailleur", "relogement")
    assert effets(uow, ident)[made.id] == {
        ATTRIBUEE: "Le bailleur garde ce logement pour son propre candidat."
    }


def test_among_several_one_attribution_bars_the_others_and_their_no_waits() -> None:
    uow = monde()
    ident = conge(uow, 1)
    first, second, third = a_trois(uow, ident)
    before = effets(uow, ident)
    assert set(before) == {first.id, second.id, third.id}
    assert before[first.id][ATTRIBUEE].endswith(
        "2\u00a0autres offres restent ouvertes jusqu’au bail."
    )
    enregistrer_issue(second.id, ATTRIBUEE, jour=JOUR, uow=uow)
    after = effets(uow, ident)
    assert set(after[first.id]) == ISSUES_RENDUES
    assert "attribué à Action Logement" in after[first.id][REFUSEE]
    assert "seront closes" in after[second.id][BAIL]


def test_three_counters_are_kept_whatever_the_clause() -> None:
    uow = monde()
    for dwelling, answers in enumerate(((ATTRIBUEE, BAIL), (ATTRIBUEE, REFUSEE), ()), start=1):
        made = orienter(uow, conge(uow, dwelling), "2", "essai")
        for answer in answers:
            enregistrer_issue(made.id, answer, jour=JOUR, uow=uow)
    annuler_orientation(orienter(uow, conge(uow, 4), "2", "essai").id, motif="x", uow=uow)
    with uow:
        offers = uow.orientations.toutes()
    assert etapes_de("2", offers) == Etapes(mises=3, attributions=2, baux=1)
    assert etapes_de("3", offers) == Etapes()
