"""The rules of the flux: their effect told beforehand, their change kept in the journal."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, cast

import pytest

from fluxdesk.domain.flux.parties import Axe
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.regles_flux import REGLES_FLUX, ReglesFlux, peser
from fluxdesk.domain.regles_legales import EffetRegle, RegleLegale
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.enregistrer_regles import (
    Changement,
    EffetDesRegles,
    ReglesInchangeesError,
    ReglesSansMotifError,
    enregistrer_regles,
    lire_regles,
    preparer_essai,
)
from tests.services.base_memoire import BaseMemoire
from tests.services.monde import HORLOGE, TERRITOIRES, actions, conge, logement, monde, orienter

if TYPE_CHECKING:
    from fluxdesk.services.enregistrer_regles import EssaiDeRegles
    from fluxdesk.services.ports import Base
    from tests.services.memoire import MemoireUow

LARGE = replace(REGLES_FLUX, tolerance=Fraction(5, 4))


def essai(uow: MemoireUow) -> EssaiDeRegles:
    base = cast("Base", BaseMemoire(uow))
    return preparer_essai(base=base, horloge=HORLOGE, territoires=TERRITOIRES)


def test_a_base_has_the_rules_of_the_specification_until_they_change() -> None:
    uow = monde()
    assert lire_regles(uow=uow) == REGLES_FLUX
    enregistrer_regles(LARGE, motif=" accord du 3 mars ", uow=uow)
    assert lire_regles(uow=uow) == LARGE
    with uow:
        entry = list(uow.journal.toutes())[-1]
    assert (entry.action, entry.libelle, entry.motif) == (
        "regles.modifier",
        "Règles du flux modifiées",
        "accord du 3 mars",
    )
    assert "règle exacte" in entry.avant
    assert "1,25\u00a0logement" in entry.apres
    assert "plafond" not in entry.apres  # only what changes


def test_a_change_needs_a_reason_and_a_difference() -> None:
    uow = monde()
    with pytest.raises(ReglesSansMotifError):
        enregistrer_regles(LARGE, motif="  ", uow=uow)
    with pytest.raises(ReglesInchangeesError):
        enregistrer_regles(ReglesFlux(), motif="essai", uow=uow)
    assert "regles.modifier" not in actions(uow)


def test_the_effect_compares_who_would_be_proposed_and_writes_nothing() -> None:
    uow = monde()
    with uow:
        other = replace(logement(7), typologie="T1", commune="99999")
        uow.logements.ajouter([other], uow.lots.ouvrir("x", "x", "x"))
        uow.valider()
    for dwelling in (1, 2, 3, 4):
        orienter(uow, conge(uow, dwelling))
    ident = conge(uow, 7)
    before = uow.validations
    made = essai(uow)
    assert made.effet(REGLES_FLUX).changements == ()
    bare = replace(REGLES_FLUX, poids=peser({}), tolerance=Fraction(5))
    told = [made.effet(rules) for rules in _variantes(bare)]
    assert all(effect.a_orienter == 1 for effect in told)
    moved = [change for effect in told for change in effect.changements]
    assert moved
    assert {change.vacance_id for change in moved} == {ident}
    assert all(change.avant != change.apres and "AJACCIO" in change.lieu for change in moved)
    assert uow.validations == before


def _variantes(bare: ReglesFlux) -> list[ReglesFlux]:
    heavy = [replace(bare, poids=peser({axe: Fraction(10)})) for axe in Axe]
    return [bare, *heavy]


def test_rules_of_law_are_tried_on_a_ledger_that_counts_for_them() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "1/prioritaires", "essai")
    conge(uow, 2)
    made = essai(uow)
    capped = replace(
        REGLES_FLUX,
        plafond_etat=RegleLegale(3_000, EffetRegle.CONTRAINTE),
        plafond_agents=RegleLegale(0, EffetRegle.IGNOREE),
    )
    assert made.effet(capped).a_orienter == 1
    assert made.tolerance_exacte == Fraction(5, 6)


def test_a_dwelling_that_came_back_goes_on_without_its_refusers() -> None:
    uow = monde()
    offer = orienter(uow, conge(uow, 1), "2", "essai")
    enregistrer_issue(
        offer.id, IssueOrientation.REFUSEE, jour=offer.jour, motif="trop cher", uow=uow
    )
    made = essai(uow)
    ((unite, _),) = made.attentes
    assert unite.cle == str(offer.vacance_id)
    assert made.effet(LARGE).a_orienter == 1


CHANGE = Changement(1, "1 rue Fesch, Ajaccio", "État", "Ville")


@pytest.mark.parametrize(
    ("a_orienter", "changes", "phrase"),
    [
        (0, 0, "Aucun logement n’est à orienter : ces règles vaudront pour les prochains."),
        (1, 0, "Avec ces règles, le logement à orienter serait proposé au même réservataire."),
        (7, 0, "Avec ces règles, les 7 logements à orienter seraient proposés aux mêmes"),
        (1, 1, "Avec ces règles, le logement à orienter serait proposé à un autre réservataire."),
        (7, 1, "Avec ces règles, 1 des 7 logements à orienter serait proposé à un autre"),
        (7, 2, "Avec ces règles, 2 des 7 logements à orienter seraient proposés à un autre"),
    ],
)
def test_the_effect_is_one_sentence(a_orienter: int, changes: int, phrase: str) -> None:
    effet = EffetDesRegles(a_orienter, (CHANGE,) * changes)
    assert effet.phrase().replace("\u00a0", " ").startswith(phrase)
