"""What a letter of proposal says of the account of its réservataire."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fluxdesk.services.lire_courriers import LectureCourriers
from fluxdesk.services.valeurs_lettre import position
from tests.services.monde import TERRITOIRES, conge, monde, orienter


def test_what_was_proposed_is_counted_since_the_first_day_like_what_is_due() -> None:
    uow = monde()
    old = orienter(uow, conge(uow, 1), "1/agents", "mutation")
    apart = orienter(uow, conge(uow, 3), "1/agents", "mutation")
    with uow:
        uow.orientations.enregistrer(
            replace(old, jour=date(2025, 12, 1), date_bail=date(2026, 1, 8))
        )
        uow.orientations.enregistrer(replace(apart, suivi=replace(apart.suivi, a_part=True)))
        uow.valider()
    made = orienter(uow, conge(uow, 2), "1/agents", "mutation")
    with uow:
        told = LectureCourriers(uow, TERRITOIRES).proposition(made.id)
    assert (told.rang_annee, told.proposes, told.signes) == (1, 2, 1)
    assert "Depuis l’ouverture de son compte" in position(told)


def test_a_first_letting_counted_apart_tells_of_no_account() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "1/agents", "mutation")
    with uow:
        uow.orientations.enregistrer(replace(made, suivi=replace(made.suivi, a_part=True)))
        uow.valider()
    with uow:
        assert position(LectureCourriers(uow, TERRITOIRES).proposition(made.id)) == ""
