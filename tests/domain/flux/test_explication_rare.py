"""The turns that a sentence takes in rare cases."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from fluxdesk.domain.flux.explication import raison
from fluxdesk.domain.flux.parties import BAILLEUR, Axe
from fluxdesk.domain.flux.suggestion import Ecart, Motif, RaisonExclusion, suggerer
from tests.domain.flux.exemples import (
    MODELE,
    SANS_MIXITE,
    Journee,
    partie,
    unite,
)
from tests.domain.flux.lecture import AL, CALVI, lignes, mixte


@pytest.mark.parametrize(
    ("tous", "fin"),
    [
        (False, "c'est le seul éligible."),
        (True, "c'est le seul éligible à ne pas avoir déjà reçu son droit."),
    ],
)
def test_alone_in_the_running(tous: bool, fin: str) -> None:  # noqa: FBT001 - a case of the table
    suggestion = suggerer(Journee([AL, CALVI], SANS_MIXITE).registre, MODELE)
    servi = replace(suggestion.classement[1], exclusion=RaisonExclusion.DEJA_SERVI)
    seule = replace(
        suggestion, classement=suggestion.classement[:1], exclus=(servi,) if tous else ()
    )
    assert lignes(seule)[1] == f"Motif : {fin}"


def test_level_beyond_the_tolerance_says_what_parted_them() -> None:
    suggestion = suggerer(Journee([replace(AL, taux=partie("", 5000).taux)]).registre, MODELE)
    assert lignes(suggestion)[1] == (
        "Motif : son retard atteint la tolérance (0,50 logement) ; il passe avant toute "
        "considération de mixité (à égalité avec Bailleur, 0,50 ; départagés par l'ordre des "
        "conventions)."
    )
    premier = replace(suggestion.classement[0], mixite=Fraction(3), score=Fraction(7, 2))
    partage = replace(suggestion, classement=(premier, suggestion.classement[1]))
    assert "départagés par la mixité, +3,00 contre +2,50" in lignes(partage)[1]


def _ecart(ecart: Fraction) -> Ecart:
    return Ecart(Axe.QPV, "QPV", 2 + ecart, 2, ecart)


def test_a_mix_that_only_avoids_a_worse_one_says_so() -> None:
    suggestion = suggerer(mixte("T1", "T2", "T1", parties=[AL, CALVI]).registre, unite("4"))
    premier, second = suggestion.classement
    cas = replace(
        suggestion,
        motif=Motif.MIXITE,
        classement=(
            replace(premier, ecarts=(), retard=Fraction(600, 1000)),
            replace(second, ecarts=(_ecart(Fraction(-1)),), retard=Fraction(601, 1000)),
        ),
    )
    assert lignes(cas)[1] == (
        "Motif : 2 réservataires sont en retard de moins d'un logement ; Calvi l'est à égalité "
        "(0,60), mais ce logement aggraverait davantage le déséquilibre de Calvi : "
        "QPV QPV : dû 1,00, reçu 2 (\u22121,00)."
    )


def test_lines_too_small_to_print_leave_the_whole_mix_as_the_reason() -> None:
    suggestion = suggerer(mixte("T1", "T2", "T1", parties=[AL, CALVI]).registre, unite("4"))
    premier, second = suggestion.classement
    infime = (_ecart(Fraction(1, 1000)),)
    cas = replace(
        suggestion,
        motif=Motif.MIXITE,
        classement=(
            replace(premier, ecarts=infime, mixite=Fraction(1, 1000), retard=Fraction(-1, 10)),
            replace(second, ecarts=infime, mixite=Fraction(0), retard=Fraction(0)),
        ),
    )
    assert lignes(cas)[1] == (
        "Motif : le retard de Calvi est un peu plus grand (0,00), mais ce logement corrige mieux "
        "l'équilibre d'Action Logement (mixité 0,00 contre 0,00)."
    )


def test_the_landlord_is_counted_apart_and_a_wide_tolerance_is_said() -> None:
    suggestion = suggerer(mixte("T1", "T2", "T1", parties=[AL, CALVI]).registre, unite("4"))
    bailleur = replace(suggestion.classement[1], cle=BAILLEUR, nom="Bailleur")
    cas = replace(
        suggestion,
        motif=Motif.MIXITE,
        classement=(suggestion.classement[0], bailleur),
        tolerance=Fraction(5, 4),
    )
    assert lignes(cas)[1].startswith(
        "Motif : 1 réservataire et le bailleur sont en retard de moins de 1,25 logement ; "
    )


def test_level_in_lateness_with_nobody_late_is_said_level() -> None:
    suggestion = suggerer(mixte("T1", "T2", "T1", parties=[AL, CALVI]).registre, unite("4"))
    classement = tuple(replace(rang, retard=Fraction(0)) for rang in suggestion.classement)
    cas = replace(suggestion, motif=Motif.MIXITE, classement=classement)
    assert lignes(cas)[1].startswith("Motif : le retard de Calvi est à égalité (0,00), mais ")


@pytest.mark.parametrize(
    ("exclusion", "mots"),
    [
        (RaisonExclusion.HORS_TERRITOIRE, "hors de son territoire"),
        (RaisonExclusion.SUSPENDU, "suspendu"),
        (RaisonExclusion.A_REFUSE, "a refusé ce logement"),
        (RaisonExclusion.CARENCE, "n’a pas eu de candidat pour ce logement"),
        (RaisonExclusion.SANS_TAUX, "sans taux à cette date"),
        (RaisonExclusion.PLAFOND, "plafond légal atteint"),
        (RaisonExclusion.DEJA_SERVI, "déjà servi à hauteur de son droit"),
    ],
)
def test_every_exclusion_has_its_words(exclusion: RaisonExclusion, mots: str) -> None:
    assert raison(exclusion) == mots
