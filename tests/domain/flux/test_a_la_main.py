"""Whole years worked by hand, dwelling by dwelling."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from fluxdesk.domain.flux.parties import BAILLEUR, UN
from fluxdesk.domain.flux.suggestion import suggerer
from tests.domain.flux.exemples import SANS_MIXITE, Journee, commune, partie, unite
from tests.domain.flux.lecture import lignes

TAUX = {"prio": 2500, "agents": 500, "als": 2200, "commune": 800, "epci": 400, "dep": 600}
# Rule 99. The first ten: 0,30 is due to the landlord; then 0,50 to prio; 0,66 to als; 0,32 to
# commune; 1,50 for 1 to the landlord, 1,50 for 1 to prio, 1,54 for 1 to als; 0,48 to dep; 2,70
# for 2 to the landlord; 0,50 to agents, level with prio (2,50 for 2) and never served.
ORDRE = """
    bailleur prio als commune bailleur prio als dep bailleur agents prio als
    bailleur epci prio bailleur als prio bailleur commune als bailleur prio dep
    als bailleur prio agents bailleur als prio bailleur commune prio als bailleur
    epci prio bailleur als dep bailleur prio als commune bailleur prio als
"""


def test_the_48_dwellings_of_rule_99_one_by_one() -> None:
    jour = Journee([partie(cle, taux) for cle, taux in TAUX.items()])
    taux = {**TAUX, BAILLEUR: 3000}
    servis = dict.fromkeys(taux, 0)
    for numero, attendu in enumerate(ORDRE.split(), start=1):
        suggestion = jour.suivre(unite(f"L{numero}"))
        assert suggestion.choix == attendu
        # On like dwellings every mix line is the lateness: the most late has the best score.
        retards = {cle: taux[cle] * numero - servis[cle] * UN for cle in taux}
        assert retards[attendu] == max(retards.values())
        servis[attendu] += 1
    assert list(servis.values()) == jour.servis() == [12, 2, 11, 4, 2, 3, 14]
    assert jour.retards() == [0, 4000, -4400, -1600, -800, -1200, 4000]


def test_three_levels_each_served_in_turn() -> None:
    jour = Journee(
        [
            partie("etat", 6000),
            replace(partie("prio", 5000), parent="etat"),
            replace(partie("dalo", 3000), parent="prio"),
            replace(partie("autres", 2000), parent="prio"),
            replace(partie("agents", 1000), parent="etat"),
        ],
        SANS_MIXITE,
    )
    ordre = [
        "dalo",  # État 0,60 against 0,40; prio 0,50 against 0,10; dalo 0,30 against 0,20
        BAILLEUR,  # 0,80 against 0,20
        "autres",  # État 0,80; prio 0,50 against 0,30; autres 0,60 against -0,10
        BAILLEUR,  # 0,60 against 0,40
        "agents",  # État 1,00; agents 0,50, level with prio, and never served
        "dalo",  # État 0,60; prio 1,00; dalo 0,80 against 0,20
        BAILLEUR,  # 0,80 against 0,20
        "autres",  # État 0,80; prio 1,00 against -0,20; autres 0,60 against 0,40
        BAILLEUR,  # 0,60 against 0,40
        "dalo",  # État 1,00; prio 1,00 against 0; dalo 1,00 against 0
    ]
    assert [jour.suivre(unite(str(n))).destinataire for n in range(10)] == ordre
    assert jour.servis() == [6, 5, 3, 2, 1, 4]
    assert jour.retards() == [0] * 6


def test_rights_of_an_epci_that_a_commune_exercises_on_its_own_territory() -> None:
    jour = Journee(
        [
            partie("epci", 5000, nom="CCCB"),
            replace(partie("calvi", 2000, nom="Calvi"), territoire=commune("Calvi"), parent="epci"),
            replace(partie("reste", 3000), parent="epci"),
        ],
        SANS_MIXITE,
    )
    cas = [
        ("Bastia", "reste"),  # level at 0,50, the order of conventions; Calvi is elsewhere
        ("Calvi", BAILLEUR),  # 1,00 against 0
        ("Calvi", "calvi"),  # level, the EPCI waited longer; Calvi 0,60 against -0,10
        ("Bastia", BAILLEUR),  # 1,00 against 0
        ("Bastia", "reste"),  # level, the EPCI waited longer; Calvi is elsewhere
        ("Bastia", BAILLEUR),
        ("Bastia", "reste"),  # Calvi is late by 0,40, and elsewhere
    ]
    for numero, (lieu, attendu) in enumerate(cas):
        assert jour.suivre(unite(str(numero), commune=lieu)).destinataire == attendu
    assert jour.servis() == [4, 1, 3, 3]
    soldes = {solde.cle: solde for solde in jour.registre.soldes()}
    # Two dwellings of Calvi came first; since then 0,20 has accrued four times without any.
    assert (soldes["calvi"].retard, soldes["calvi"].faute) == (4000, 4000)
    assert [soldes[cle].faute for cle in ("epci", "reste", BAILLEUR)] == [0, 0, 0]


def test_the_lateness_that_no_dwelling_could_avoid_is_told_apart() -> None:
    village = replace(partie("village", 4000, nom="Calvi"), territoire=commune("Calvi"))
    jour = Journee([village], SANS_MIXITE)
    for numero in range(5):
        jour.donner(unite(str(numero), commune="Bastia"), BAILLEUR)
    # Due 2,40 with this dwelling; served in time of this one only, it would still miss 1,40.
    assert lignes(suggerer(jour.registre, unite("x")))[0] == (
        "Proposition : Calvi. Dû 2,40 ; servi 0 ; retard 2,40 logements, "
        "dont 1,40 faute de logement libéré sur son territoire."
    )
    jour.donner(unite("x"), BAILLEUR)
    jour.donner(unite("y"), BAILLEUR)
    assert [(s.retard, s.faute) for s in jour.registre.soldes()] == [(28000, 8000), (-28000, 0)]
    assert suggerer(jour.registre, unite("z")).classement[0].faute == Fraction(1, 5)
    for numero in range(3):
        jour.donner(unite(f"c{numero}"), "village")
    # 4,00 is due for 3 received: 1,00 late, of which nothing for want of dwellings.
    assert [(s.retard, s.faute) for s in jour.registre.soldes()] == [(10000, 0), (-10000, 0)]


def test_early_by_a_carry_over_nothing_is_missing() -> None:
    village = replace(partie("village", 4000), territoire=commune("Calvi"), report=-3)
    jour = Journee([village], SANS_MIXITE)
    for numero in range(5):
        jour.donner(unite(str(numero), commune="Bastia"), BAILLEUR)
    assert [(s.retard, s.faute) for s in jour.registre.soldes()] == [(-10000, 0), (10000, 0)]
