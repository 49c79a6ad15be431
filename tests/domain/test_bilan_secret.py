"""Small rows are regrouped, never crossed out: totals stay, nobody is read in a row."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from fluxdesk.domain.bilan import Bilan, LigneBilan, LigneSolde, LigneSoustrait
from fluxdesk.domain.bilan_controles import mesures, totaux_faux
from fluxdesk.domain.bilan_ecarts import ecarts
from fluxdesk.domain.bilan_faits import FaitPrevu, FaitSoustrait, Lieu, ObjectifVu
from fluxdesk.domain.bilan_secret import PLUSIEURS, REGROUPE, regrouper
from fluxdesk.domain.periode import annuelle
from fluxdesk.domain.vacance import CategorieSoustrait


def ligne(qui: str, commune: str, attribues: int, baux: int | None = None) -> LigneBilan:
    let = attribues if baux is None else baux
    return LigneBilan(
        reservataire=qui,
        commune=commune,
        typologie="T3",
        financement="PLUS",
        qpv="QPV",
        periode="avant 1949",
        proposes=attribues + 1,
        attribues=attribues,
        baux=let,
    )


def bilan(*lignes: LigneBilan) -> Bilan:
    return Bilan(
        periode=annuelle(2026),
        bailleur="OPH",
        siret="",
        destinataire="Préfecture",
        reservataire=None,
        lignes=lignes,
        soustraits=(LigneSoustrait(categorie=CategorieSoustrait.VENTE, nombre=2),),
        soldes=(LigneSolde(cle="1", nom="A", du=Fraction(1, 3), servi=1),),
        soldes_annee=(),
        liberations=3,
        liberes=(Lieu(commune="Calvi"),),
        realises=(
            FaitSoustrait(
                categorie=CategorieSoustrait.VENTE, operation="tour B", lieu=Lieu(commune="Calvi")
            ),
        ),
        prevus=(FaitPrevu(annee=2027, categorie=CategorieSoustrait.VENTE, nombre=4, lieu=Lieu()),),
    )


def test_large_rows_are_left_as_they_are() -> None:
    rows = (ligne("A", "Calvi", 6), ligne("B", "Bastia", 0))
    assert regrouper(bilan(*rows), 5).lignes == rows


def test_a_small_row_takes_the_next_smallest_of_its_reservataire() -> None:
    made = regrouper(
        bilan(ligne("A", "Calvi", 2), ligne("A", "Bastia", 9), ligne("A", "Corte", 6)), 5
    )
    assert [(x.commune, x.attribues) for x in made.lignes] == [("Bastia", 9), (REGROUPE, 8)]


def test_two_small_rows_that_are_enough_together_take_no_other() -> None:
    made = regrouper(
        bilan(ligne("A", "Calvi", 2), ligne("A", "Bastia", 9), ligne("A", "Corte", 4)), 5
    )
    assert [(x.commune, x.attribues) for x in made.lignes] == [("Bastia", 9), (REGROUPE, 6)]


def test_a_small_reservataire_is_told_with_the_next_smallest() -> None:
    made = regrouper(
        bilan(ligne("A", "Calvi", 2), ligne("B", "Calvi", 9), ligne("C", "Calvi", 7)), 5
    )
    assert [(x.reservataire, x.attribues) for x in made.lignes] == [("B", 9), (PLUSIEURS, 9)]


def test_small_reservataires_that_are_enough_together_take_no_other() -> None:
    made = regrouper(
        bilan(ligne("A", "Calvi", 2), ligne("B", "Calvi", 9), ligne("C", "Calvi", 3)), 5
    )
    assert [(x.reservataire, x.attribues) for x in made.lignes] == [("B", 9), (PLUSIEURS, 5)]


def test_a_row_of_nobody_hides_nobody() -> None:
    made = regrouper(
        bilan(ligne("A", "Calvi", 2), ligne("A", "Corte", 0), ligne("B", "Calvi", 0)), 5
    )
    assert [x.attribues for x in made.lignes if x.attribues] == [2]


@pytest.mark.parametrize("seuil", [2, 5, 11])
def test_no_row_tells_of_few_households_and_the_totals_are_the_same(seuil: int) -> None:
    rows = [ligne(f"R{n % 4}", f"Commune {n}", (n * 7) % 9, (n * 5) % 7) for n in range(1, 40)]
    made = regrouper(bilan(*rows), seuil)
    assert mesures(made.lignes) == mesures(rows)
    assert not [x for x in made.lignes if 0 < x.attribues < seuil or 0 < x.baux < seuil]
    assert totaux_faux(made) == ()


def test_no_operation_and_no_place_of_a_relogement_is_told() -> None:
    made = regrouper(bilan(ligne("A", "Calvi", 2)), 5)
    assert made.detail == ()
    assert [(f.operation, f.lieu) for f in made.realises] == [("", Lieu())]
    assert made.liberes == (Lieu(),)


def objectif(territoire: str, compte: int, base: int) -> ObjectifVu:
    return ObjectifVu(
        annee=2026,
        epci="",
        territoire=territoire,
        nature="prioritaires",
        qui="tous",
        cible=2500,
        compte=compte,
        base=base,
        inconnus=0,
        sans_lieu=0,
        etat="atteint",
    )


def test_a_target_that_tells_of_few_households_is_counted_for_no_territory() -> None:
    few, many = objectif("Bastia", 2, 20), objectif("Ajaccio", 8, 20)
    other = replace(many, nature="autres que 1er quartile")
    made = replace(bilan(), objectifs=(few, many, other))
    hidden, beside, kept = regrouper(made, 5).objectifs
    assert (hidden.compte, hidden.base, hidden.etat) == (None, None, REGROUPE)
    assert (beside.compte, beside.base, beside.etat) == (None, None, REGROUPE)
    assert kept == other
    assert regrouper(made, 2).objectifs == made.objectifs


def test_every_cell_that_changed_is_said_in_words() -> None:
    before = bilan(ligne("A", "Calvi", 2))
    after = bilan(ligne("A", "Calvi", 3), ligne("B", "Corte", 1))
    told = ecarts(before, after)
    assert "Commune «\u00a0Calvi\u00a0», attribués\u00a0: 2 devient 3" in told
    assert "Réservataire «\u00a0B\u00a0», baux signés\u00a0: 0 (absent) devient 1" in told
    assert ecarts(before, before) == ()


def test_totals_that_do_not_agree_are_told() -> None:
    stray = LigneBilan(reservataire="A", proposes=1)
    told = totaux_faux(bilan(ligne("A", "Calvi", 2), stray))
    assert told[0] == (
        "Les totaux par typologie (3, 2, 2, 0) diffèrent du bilan croisé (4, 2, 2, 0)."
    )
