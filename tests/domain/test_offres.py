"""Which of the offers of a vacancy speaks for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.offres import attribuee, meme_acte, ouvertes, principale
from fluxdesk.domain.orientation import IssueOrientation, Orientation

JOUR = date(2026, 3, 3)
OFFRE = Orientation(
    id=1, numero="2026-001", vacance_id=1, jour=JOUR, reservataire_id=1, mode=ModeOffre.TOUS
)


def offre(ident: int, issue: IssueOrientation, echeance: date | None = None) -> Orientation:
    return replace(OFFRE, id=ident, issue=issue, echeance=echeance)


EN_COURS, ATTRIBUEE = IssueOrientation.EN_COURS, IssueOrientation.ATTRIBUEE
BAIL, REFUSEE = IssueOrientation.BAIL_SIGNE, IssueOrientation.REFUSEE


@pytest.mark.parametrize(
    ("offres", "voulue"),
    [
        ((), None),
        ((offre(1, IssueOrientation.ANNULEE),), None),
        ((offre(1, EN_COURS), offre(2, ATTRIBUEE)), 2),
        ((offre(1, IssueOrientation.ECARTEE), offre(2, BAIL)), 2),
        ((offre(1, EN_COURS, date(2026, 5, 1)), offre(2, EN_COURS, date(2026, 4, 1))), 2),
        ((offre(1, EN_COURS), offre(2, EN_COURS, date(2026, 4, 1))), 2),
        ((offre(1, REFUSEE), offre(2, REFUSEE)), 2),
        ((offre(1, EN_COURS), offre(2, REFUSEE)), 1),
    ],
)
def test_the_offer_that_went_furthest_speaks_for_the_vacancy(
    offres: tuple[Orientation, ...], voulue: int | None
) -> None:
    found = principale(offres)
    assert (found.id if found else None) == voulue


def test_open_offers_wait_for_an_answer_or_a_lease() -> None:
    made = (offre(1, EN_COURS), offre(2, REFUSEE), offre(3, ATTRIBUEE))
    assert [o.id for o in ouvertes(made)] == [1, 3]
    assert attribuee(made) is made[2]
    assert attribuee(made[:2]) is None


def test_one_act_is_told_by_its_day_and_its_suggestion() -> None:
    other = replace(OFFRE, id=2, numero="2026-002", reservataire_id=2)
    assert meme_acte(OFFRE, other)
    assert not meme_acte(OFFRE, replace(other, explication="A refusé ce logement : …"))
    assert not meme_acte(OFFRE, replace(other, mode=ModeOffre.UN_SEUL))
    assert not meme_acte(replace(OFFRE, mode=ModeOffre.ORDRE), other)
