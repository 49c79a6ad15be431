"""The look-ahead: who must be served soon, by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from fluxdesk.domain.flux.parties import (
    BAILLEUR,
    Partie,
    TauxDate,
)
from fluxdesk.domain.flux.suggestion import Motif, suggerer
from fluxdesk.domain.flux.urgence import SANS_URGENCE, urgence
from tests.domain.flux.exemples import (
    MODELE,
    PAR_TYPOLOGIE,
    PARTOUT,
    SANS_MIXITE,
    Journee,
    commune,
    partie,
    unite,
)

TROP = (("a", 9000), ("b", 8000))


def test_an_urgency_narrows_the_choice_to_those_it_concerns() -> None:
    jour = Journee([partie("a", 1000), partie("b", 3500)], PAR_TYPOLOGIE)
    for numero, typologie in enumerate(["T1", "T1", "T2"]):
        jour.suivre(unite(str(numero), typologie=typologie))
    suggestion = suggerer(jour.registre, unite("x", typologie="T1"))
    # B = 0,75. One dwelling later b would be due 1,75 for 1 served and the landlord 2,75 for 2:
    # two services needed for this dwelling and the next, so a cannot have this one.
    assert (suggestion.choix, suggestion.motif) == ("b", Motif.URGENCE)
    assert suggestion.horizon_urgence == 1
    premier, second = suggestion.classement
    assert (premier.cle, premier.besoin, premier.score) == ("b", True, Fraction(45, 100))
    assert (second.cle, second.besoin, second.score) == ("a", False, Fraction(7, 10))
    assert [(rang.cle, rang.besoin) for rang in suggestion.exclus] == [(BAILLEUR, True)]


def test_an_urgency_of_everybody_narrows_nothing_and_is_not_the_motive() -> None:
    jour = Journee([partie("a", 2500), partie("b", 2500)], SANS_MIXITE)
    jour.donner(unite("1"), BAILLEUR)
    suggestion = suggerer(jour.registre, unite("2"))
    assert suggestion.motif is Motif.PLUS_EN_RETARD
    assert suggestion.horizon_urgence is None
    assert not any(rang.besoin for rang in (*suggestion.classement, *suggestion.exclus))


def test_a_small_territory_under_a_large_base_is_pressed_by_what_it_will_miss() -> None:
    promise = Partie("b", "b", (TauxDate(1000),), PARTOUT, commune("Bastia"))
    jour = Journee([promise])
    for numero in range(4):
        jour.presenter(unite(str(numero), commune="Bastia" if numero == 0 else "Calvi"))
    # D = 0,4 and g = 0,1 × 3 dwellings missed for each one met: 0,7 > 0,65.
    comptes = jour.registre.comptes
    rang = jour.registre.arbre.rang("b")
    for _ in range(4):
        comptes.servir(jour.registre.arbre.bailleur, MODELE)
    assert urgence(comptes, MODELE.jour, Fraction(65, 100), 0) == (0, frozenset({rang}))
    assert urgence(comptes, MODELE.jour, Fraction(71, 100), 0) == SANS_URGENCE


def test_without_any_opportunity_nothing_is_foreseen_missing() -> None:
    promise = Partie("b", "b", (TauxDate(1000),), PARTOUT, commune("Bastia"))
    jour = Journee([promise])
    jour.donner(MODELE, BAILLEUR)
    assert urgence(jour.registre.comptes, MODELE.jour, Fraction(2, 10), 0) == SANS_URGENCE


def test_those_who_cannot_be_served_do_not_hide_the_deadlines_of_others() -> None:
    fini = replace(partie("fini", 0), taux=(TauxDate(5000, fin=date(2025, 12, 31)),))
    arrete = replace(partie("arrete", 4000), suspendu=True, report=5)
    jour = Journee([fini, arrete])
    jour.presenter(MODELE)
    horizon, presses = urgence(jour.registre.comptes, MODELE.jour, Fraction(1, 2), 60)
    assert horizon is None
    assert not presses


def test_a_landlord_whose_right_shrinks_presses_now_or_never() -> None:
    debut = date(2026, 4, 1)
    taux = [replace(partie(c, t), taux=(TauxDate(t, debut=debut),)) for c, t in TROP]
    jour = Journee(taux)
    for numero in range(4):
        jour.presenter(unite(str(numero)))
    # 4 dwellings of the landlord's are not given: ⌊4 - 0,75⌋ + 1 = 4 services at h = 0, and its
    # right shrinks by 0,70 a dwelling at 90 % + 80 %.
    comptes = jour.registre.comptes
    bailleur = jour.registre.arbre.bailleur
    assert urgence(comptes, debut, Fraction(3, 4), 60) == (0, frozenset({bailleur}))
    for numero in range(4):
        jour.servir(str(numero), BAILLEUR)
    # Without it, a needs 1 from h = 1 (0,90 > 0,75) and b too (0,80): 2 for 2 dwellings.
    assert urgence(comptes, debut, Fraction(3, 4), 60) == (1, frozenset({0, 1}))
