"""Fairness on cheap dwellings and on residences in demand, in exact shares."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fluxdesk.domain.equite import (
    EtatEquite,
    LogementServi,
    avec_un_de_plus,
    bon_marche,
    mesurer_classe,
    mesurer_equite,
    mixite_attractivite,
)
from fluxdesk.domain.regle_equite import (
    PlafondIllisibleError,
    PlafondLoyer,
    RegleEquite,
    ecrire_euros,
    lire_euros,
    lire_plafond,
)
from fluxdesk.domain.residence import Residence

NOMS = {"1": "État", "2": "Ville"}
PLAFONNEE = RegleEquite(
    plafonds=(
        PlafondLoyer(typologie="T3", centimes=40_000),
        PlafondLoyer(typologie="T3", centimes=45_000, zone="1"),
        PlafondLoyer(typologie="T3", centimes=35_000, zone="3"),
    )
)


def servi(cle: str, *, bas: bool | None = None, classe: int | None = None) -> LogementServi:
    return LogementServi(cle=cle, classe=classe, bas=bas)


@pytest.mark.parametrize(
    ("regle", "logement", "attendu"),
    [
        (RegleEquite(), ("PLAI", "T3", "2", None), True),
        (RegleEquite(), ("PLUS", "T3", "2", 10_000), False),
        (RegleEquite(), ("non renseigné", "T3", "2", None), None),
        (PLAFONNEE, ("PLUS", "T3", "2", 40_000), True),
        (PLAFONNEE, ("PLUS", "T3", "2", 40_001), False),
        (PLAFONNEE, ("PLUS", "T3", "1", 45_000), True),
        (PLAFONNEE, ("PLUS", "T3", "3", 36_000), False),
        (PLAFONNEE, ("PLUS", "T3", "2", None), None),
        (PLAFONNEE, ("PLUS", "T4", "2", 1), False),
    ],
)
def test_what_is_cheap(
    regle: RegleEquite, logement: tuple[str, str, str, int | None], *, attendu: bool | None
) -> None:
    assert bon_marche(regle, *logement) is attendu


def test_each_share_of_cheap_dwellings_is_beside_the_share_of_the_flux() -> None:
    served = [servi("1", bas=True), servi("1", bas=True), servi("2", bas=True), servi("2")]
    state, town = mesurer_equite(served, NOMS)
    assert (state.part_flux, state.part_bas) == (Fraction(1, 2), Fraction(2, 3))
    assert town.inconnus == 1
    assert state.bornes == (Fraction(1, 2), Fraction(2, 3))
    assert state.depasse(1000)
    assert not state.depasse(1667)
    assert state.etat(1000) is EtatEquite.INCERTAIN  # the one not known may be cheap
    assert state.etat(1667) is EtatEquite.DANS_LA_BANDE
    assert town.etat(1000) is EtatEquite.INCERTAIN
    assert "66,7\u00a0% des logements bon marché pour 50,0\u00a0% du flux" in state.phrase(500)


def test_what_is_known_of_all_is_over_or_under_the_band() -> None:
    served = [servi("1", bas=True), servi("1", bas=True), servi("2", bas=True)]
    served += [servi("2", bas=False)]
    state, town = mesurer_equite(served, NOMS)
    assert state.bornes == (Fraction(2, 3), Fraction(2, 3))
    assert state.etat(1000) is EtatEquite.AU_DESSUS
    assert town.etat(1000) is EtatEquite.AU_DESSOUS


def test_each_class_of_residences_has_its_shares() -> None:
    served = [servi("1", classe=3), servi("1", classe=1), servi("2", classe=1), servi("2")]
    state, town = mesurer_classe(served, NOMS, 3)
    assert (state.bas, state.inconnus, town.inconnus, town.tous_inconnus) == (1, 0, 1, 1)
    assert state.bornes == (Fraction(1, 2), Fraction(1))
    assert "en résidence peu demandée" in state.phrase(500, "logements en résidence peu demandée")


@pytest.mark.parametrize(
    ("texte", "lu"),
    [
        ("T3=380", PlafondLoyer(typologie="T3", centimes=38_000)),
        ("T2:1bis=402,5", PlafondLoyer(typologie="T2", centimes=40_250, zone="1bis")),
        (" T1:2=300.05 €", PlafondLoyer(typologie="T1", centimes=30_005, zone="2")),
    ],
)
def test_a_ceiling_is_read(texte: str, lu: PlafondLoyer) -> None:
    assert lire_plafond(texte) == lu
    assert lire_euros(ecrire_euros(lu.centimes)) == lu.centimes


@pytest.mark.parametrize("texte", ["T3", "T3:9=380", "T3=beaucoup", "=380", "T3=1,234"])
def test_what_is_no_ceiling_is_refused(texte: str) -> None:
    with pytest.raises(PlafondIllisibleError, match="n’est pas un plafond"):
        lire_plafond(texte)


def test_nothing_cheap_is_nothing_to_measure() -> None:
    state, _ = mesurer_equite([], NOMS)
    assert state.part_flux == state.part_bas == Fraction(0)
    assert state.etat(0) is EtatEquite.SANS_DONNEE


def test_one_more_is_weighed_before_it_is_offered() -> None:
    parts = mesurer_equite([servi("2", bas=False)], NOMS)
    more = avec_un_de_plus(parts, "1")
    assert more is not None
    assert (more.part_flux, more.part_bas) == (Fraction(1, 2), Fraction(1))
    assert avec_un_de_plus(parts, "9") is None


def test_the_mix_by_class_leaves_the_unknown_apart() -> None:
    state, town = mixite_attractivite(
        [servi("1", classe=1), servi("1", classe=3), servi("1"), servi("9", classe=1)], NOMS
    )
    assert state.comptes == (1, 0, 1, 1)
    assert state.parts == (Fraction(1, 2), Fraction(0), Fraction(1, 2))
    assert town.parts == (Fraction(0),) * 3


def test_a_fragile_residence_says_why() -> None:
    home = Residence(nom="Les Pins", commune="2A004")
    assert home.avertissement() == ""
    told = Residence(nom="Les Pins", commune="2A004", fragile=True, note="trafic au hall 3.")
    assert told.avertissement() == (
        "Résidence signalée fragile\u00a0: trafic au hall 3. À prendre en compte, sans obligation."
    )
    assert "fragile. À" in Residence(nom="x", commune="y", fragile=True).avertissement()
