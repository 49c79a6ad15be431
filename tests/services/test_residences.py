"""Residences that are fragile or in little demand, cheap dwellings: told before an offer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.logement import Financement, Programme
from fluxdesk.domain.regle_equite import PlafondLoyer, RegleEquite
from fluxdesk.domain.residence import Residence
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.imputer_autrement import Imputation, imputer_autrement
from fluxdesk.services.lire_equite import (
    RegleEquiteFausseError,
    avertir,
    fixer_equite,
    lire_equite,
)
from fluxdesk.services.lister_equite import dire_classes, dire_regle, lister_equite, part_de
from fluxdesk.services.rows import ProgrammeRow
from fluxdesk.services.tenir_residences import (
    ResidenceFausseError,
    dire_classe,
    enregistrer_residence,
    lire_residences,
)
from tests.services.monde import HORLOGE, TERRITOIRES, conge, monde, orienter

if TYPE_CHECKING:
    from fluxdesk.services.lire_equite import (
        TableauEquite,
    )
    from tests.services.memoire import MemoireUow

PINS = Residence(nom="Les Pins", commune="2A004", fragile=True, note="hall 3", attractivite=3)
LIGNE = ProgrammeRow(
    programme=Programme(nom="LES PINS", commune="2A004"), nom_commune="Ajaccio", logements=12
)
AUTRE = ProgrammeRow(
    programme=Programme(nom="Autre", commune="2A004"), nom_commune="Ajaccio", logements=5
)


@pytest.fixture
def uow() -> MemoireUow:
    made = monde()
    with made:
        lot = made.lots.ouvrir("programmes.csv", "essai", "utf-8")
        homes = [
            replace(made.logements.lire(n), programme="LES PINS", financement=Financement.PLAI)
            for n in (1, 2, 3)
        ]
        made.logements.modifier(homes, lot)
        made.valider()
    return made


def equite(uow: MemoireUow, annee: int = 0) -> TableauEquite:
    return lire_equite(annee, (LIGNE, AUTRE), uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)


def dit(uow: MemoireUow, vacance: int, cle: str) -> tuple[str, ...]:
    return avertir(vacance, cle, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)


def test_a_residence_is_known_however_it_is_spelled(uow: MemoireUow) -> None:
    first = enregistrer_residence(PINS, uow=uow)
    again = enregistrer_residence(replace(PINS, nom="les pins ", attractivite=2), uow=uow)
    assert again.id == first.id
    known, unknown = lire_residences((LIGNE, AUTRE), uow=uow)
    assert known.residence == again
    assert unknown.residence is None
    with uow:
        last = max(e.numero for e in uow.journal.toutes())
    annuler_action(last, motif="erreur", transaction=lambda: uow)
    assert lire_residences((LIGNE,), uow=uow)[0].residence == first
    assert dire_classe(first) == "peu demandée"
    assert dire_classe(replace(first, attractivite=None)) == "attractivité non renseignée"


@pytest.mark.parametrize(
    ("fausse", "mots"),
    [(replace(PINS, nom=" "), "pas de programme"), (replace(PINS, attractivite=4), "de 1")],
)
def test_a_fiche_that_cannot_be_is_refused(uow: MemoireUow, fausse: Residence, mots: str) -> None:
    with pytest.raises(ResidenceFausseError, match=mots):
        enregistrer_residence(fausse, uow=uow)


def test_a_fragile_residence_is_told_and_never_stops_an_offer(uow: MemoireUow) -> None:
    enregistrer_residence(PINS, uow=uow)
    vacance = conge(uow, 1)
    (told,) = dit(uow, vacance, "2")
    assert "fragile\u00a0: hall 3" in told
    assert orienter(uow, vacance).id


def test_an_ordinary_dwelling_is_told_nothing(uow: MemoireUow) -> None:
    assert dit(uow, conge(uow, 4), "2") == ()


def test_a_party_over_its_part_of_cheap_dwellings_is_told(uow: MemoireUow) -> None:
    orienter(uow, conge(uow, 1), "2", "essai")
    orienter(uow, conge(uow, 4), BAILLEUR, "essai")
    vacance = conge(uow, 2)
    assert (
        "Action Logement\u00a0: 100,0\u00a0% des logements bon marché" in dit(uow, vacance, "2")[0]
    )
    fixer_equite(RegleEquite(tolerance=10_000), uow=uow, motif="accord")
    assert dit(uow, vacance, "2") == ()
    assert dit(uow, vacance, "99") == ()


def test_who_had_more_of_what_is_in_little_demand_is_told(uow: MemoireUow) -> None:
    enregistrer_residence(replace(PINS, fragile=False), uow=uow)
    enregistrer_residence(Residence(nom="Autre", commune="2A004", attractivite=1), uow=uow)
    fixer_equite(RegleEquite(tolerance=10_000), uow=uow)
    with uow:
        lot = uow.lots.ouvrir("autre.csv", "essai", "utf-8")
        uow.logements.modifier([replace(uow.logements.lire(4), programme="Autre")], lot)
        uow.valider()
    vacance = conge(uow, 2)
    assert dit(uow, vacance, "2") == ()
    orienter(uow, conge(uow, 1), "2", "essai")
    assert dit(uow, vacance, "2") == ()  # everybody's are in little demand so far
    orienter(uow, conge(uow, 4), BAILLEUR, "essai")
    (told,) = dit(uow, vacance, "2")
    assert "Action Logement en a déjà reçu 1 sur 1" in told
    assert dit(uow, vacance, BAILLEUR) == ()


def test_the_mix_of_each_is_beside_that_of_the_stock(uow: MemoireUow) -> None:
    enregistrer_residence(PINS, uow=uow)
    orienter(uow, conge(uow, 1), "1/prioritaires", "essai")
    read = equite(uow)
    assert read.stock.comptes == (0, 0, 12, 5)
    assert {m.cle: m.comptes for m in read.mixites}["1"] == (0, 0, 1, 0)
    assert {p.cle: (p.recus, p.bas) for p in read.parts} == {
        "1": (1, 1), "2": (0, 0), "3": (0, 0), BAILLEUR: (0, 0),
    }  # fmt: skip
    assert equite(uow, 2025).parts[0].recus == 0


def test_the_year_is_a_table_to_hand_out(uow: MemoireUow) -> None:
    enregistrer_residence(PINS, uow=uow)
    orienter(uow, conge(uow, 1), "1/prioritaires", "essai")
    orienter(uow, conge(uow, 4), "2", "essai")
    table = lister_equite(equite(uow))
    assert all(len(row) == len(table.titres) for row in table.lignes)
    state, action, *_, stock = table.lignes
    assert state[:8] == (
        2026, "État", 1, "50,0\u00a0%", 1, "100,0\u00a0%", "100,0\u00a0%", "100,0\u00a0%"
    )  # fmt: skip
    assert state[9] == "au-dessus de la bande"
    assert action[9] == "en dessous de la bande"
    assert stock[1] == "Patrimoine"
    assert stock[10:14] == (0, 0, 12, 5)
    assert state[-1] == "usage, à convenir avec les réservataires"


def test_a_class_out_of_the_band_is_named(uow: MemoireUow) -> None:
    enregistrer_residence(PINS, uow=uow)
    orienter(uow, conge(uow, 1), "1/prioritaires", "essai")
    orienter(uow, conge(uow, 2), "2", "essai")
    assert dire_classes(equite(uow), "1") == ""
    enregistrer_residence(Residence(nom="Autre", commune="2A004", attractivite=1), uow=uow)
    with uow:
        lot = uow.lots.ouvrir("autre.csv", "essai", "utf-8")
        uow.logements.modifier([replace(uow.logements.lire(2), programme="Autre")], lot)
        uow.valider()
    read = equite(uow)
    assert "peu demandée\u00a0: au-dessus de la bande" in dire_classes(read, "1")
    assert "très demandée\u00a0: en dessous de la bande" in dire_classes(read, "1")
    assert part_de(read, 3, "2").bas == 0


def test_the_rule_is_said_with_its_source() -> None:
    assert "aucun plafond de loyer" in dire_regle(RegleEquite())
    ceilings = (
        PlafondLoyer(typologie="T3", centimes=38_000),
        PlafondLoyer(typologie="T3", centimes=35_050, zone="3"),
    )
    told = dire_regle(RegleEquite(plafonds=ceilings, source=""))
    assert "T3 380,00" in told
    assert "T3 en zone 3 350,50" in told
    assert "non indiquée" in told


def test_a_dwelling_charged_to_another_right_is_counted_with_it(uow: MemoireUow) -> None:
    made = orienter(uow, conge(uow, 1), "2", "essai")
    with uow:
        suivi = replace(made.suivi, impute="1/prioritaires")
        uow.orientations.enregistrer(replace(made, suivi=suivi))
        uow.valider()
    assert [p.cle for p in equite(uow).parts if p.recus] == ["1"]


def test_the_rule_is_one_and_is_taken_back(uow: MemoireUow) -> None:
    ceilings = (PlafondLoyer(typologie="T3", centimes=38_000),)
    first = fixer_equite(RegleEquite(plafonds=ceilings, source="accord du 3 mars"), uow=uow)
    second = fixer_equite(RegleEquite(tolerance=800), uow=uow)
    assert second.id == first.id
    with uow:
        last = max(e.numero for e in uow.journal.toutes())
    annuler_action(last, motif="erreur", transaction=lambda: uow)
    assert equite(uow).regle == first
    for wrong in (
        RegleEquite(tolerance=10_001),
        RegleEquite(plafonds=(PlafondLoyer(typologie="T1", centimes=0),)),
        RegleEquite(plafonds=ceilings * 2),
    ):
        with pytest.raises(RegleEquiteFausseError):
            fixer_equite(wrong, uow=uow)


def test_the_party_charged_counts_the_dwelling_where_another_was_asked(uow: MemoireUow) -> None:
    made = orienter(uow, conge(uow, 1), "2", "essai")
    charge = Imputation(orientation_id=made.id, partie="1/prioritaires", source="accord")
    imputer_autrement(charge, uow=uow)
    assert {p.cle: p.recus for p in equite(uow).parts if p.recus} == {"1": 1}
