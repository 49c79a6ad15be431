"""The ledger: dues, services, refusals, balances carried over and cancellations, by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from fluxdesk.domain.flux.evenements import Presentation, Service
from fluxdesk.domain.flux.parties import (
    BAILLEUR,
    UN,
    Axe,
    Cible,
    ModeRefus,
    Parametres,
    Partie,
    TauxDate,
    Zone,
)
from fluxdesk.domain.flux.registre import Registre, Solde
from tests.domain.flux.exemples import (
    JOUR,
    MODELE,
    PARTOUT,
    Journee,
    commune,
    partie,
    unite,
)

AL = partie("al", 2200, nom="Action Logement")
ETAT = partie("etat", 3000, nom="État")
PRIORITAIRES = replace(partie("prio", 2500, nom="État (prioritaires)"), parent="etat")
AGENTS = replace(partie("agents", 500, nom="État (agents publics)"), parent="etat")
CALVI = partie("calvi", 1000, commune("Calvi"), nom="Calvi")


def test_a_dwelling_opens_a_right_for_each_base_and_the_rest_to_the_landlord() -> None:
    jour = Journee([AL, CALVI])
    jour.donner(unite("A"), "al")
    jour.donner(unite("B", commune="Bastia"), BAILLEUR)
    assert jour.registre.soldes() == (
        Solde("al", "Action Logement", None, 4400, 1, -5600, mises=1),
        Solde("calvi", "Calvi", None, 1000, 0, 1000),
        Solde(BAILLEUR, "Bailleur", None, 14600, 1, 4600, mises=1),
    )


def test_a_commune_promised_more_than_the_whole_makes_the_landlord_owe() -> None:
    jour = Journee([partie("a", 7000), partie("b", 6000)])
    jour.donner(MODELE, "a")
    assert jour.registre.du(BAILLEUR) == -3000
    assert [jour.registre.retard(cle) for cle in ("a", "b", BAILLEUR)] == [-3000, 6000, -3000]


def test_each_dwelling_accrues_at_the_rate_of_its_own_day() -> None:
    taux = (
        TauxDate(2000, fin=date(2026, 6, 30)),
        TauxDate(2600, debut=date(2026, 7, 1), fin=date(2026, 12, 31)),
    )
    al = replace(AL, taux=taux)
    registre = Registre([al])
    dus = []
    for numero, jour in enumerate(
        [date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1)], start=1
    ):
        registre.appliquer(Presentation(numero, unite(f"L{numero}", jour=jour)))
        dus.append(registre.du("al"))
    assert dus == [2000, 4600, 7200, 7200]
    assert al.taux_au(date(2027, 1, 1)) == 0
    assert al.taux_au(date(2026, 8, 1)) == 2600


def test_of_two_rates_for_one_day_the_last_declared_is_in_force() -> None:
    assert replace(AL, taux=(TauxDate(2000), TauxDate(2600, debut=JOUR))).taux_au(JOUR) == 2600


@pytest.mark.parametrize(
    "zone",
    [
        PARTOUT,
        commune("Calvi"),
        Zone(epcis=frozenset({"CCCB"})),
        Zone(departements=frozenset({"2B"})),
    ],
)
def test_a_zone_holds_a_dwelling_by_any_of_its_places(zone: Zone) -> None:
    assert zone.contient(MODELE)


def test_an_empty_zone_holds_nothing() -> None:
    assert not Zone().contient(MODELE)


def test_a_balance_carried_over_is_paid_by_equal_steps_that_sum_to_it() -> None:
    registre = Registre([replace(partie("al", 0), report=1, etalement=3)])
    dus = []
    for numero in range(1, 5):
        registre.appliquer(Presentation(numero, unite(f"L{numero}")))
        dus.append((registre.du("al"), registre.du(BAILLEUR)))
    assert dus == [
        (3333, UN - 3333),
        (6666, 2 * UN - 6666),
        (UN, 2 * UN),
        (UN, 3 * UN),
    ]


def test_a_balance_without_spread_is_booked_before_the_first_dwelling() -> None:
    registre = Registre([replace(partie("al", 0), report=-2)])
    assert (registre.du("al"), registre.du(BAILLEUR)) == (-2 * UN, 2 * UN)


def test_a_balance_of_a_part_is_not_taken_from_the_landlord() -> None:
    registre = Registre([ETAT, replace(PRIORITAIRES, report=1)])
    assert (registre.du("prio"), registre.du("etat"), registre.du(BAILLEUR)) == (UN, 0, 0)


def test_what_a_part_receives_its_parents_receive_to_any_depth() -> None:
    sous = replace(partie("dalo", 1000), parent="prio")
    jour = Journee([ETAT, PRIORITAIRES, AGENTS, sous])
    jour.donner(MODELE, "dalo")
    assert jour.servis() == [1, 1, 0, 1, 0]
    assert [jour.registre.du(cle) for cle in ("etat", "prio", "agents", "dalo")] == [
        3000,
        2500,
        500,
        1000,
    ]
    assert jour.registre.du(BAILLEUR) == 7000


@pytest.mark.parametrize(
    ("mode", "dus", "servis", "equilibre"),
    [
        (ModeRefus.NON_COMPTE, [2200, 7800], [0, 0], Fraction(2200, UN)),
        (ModeRefus.NON_COMPTE_MIXITE, [2200, 7800], [0, 0], Fraction(2200, UN)),
        (ModeRefus.COMPTE, [4400, 15600], [1, 0], Fraction(-5600, UN)),
        (ModeRefus.BAILLEUR_UN_TOUR, [2200, 7800], [1, 0], Fraction(-7800, UN)),
    ],
)
def test_a_refusal_costs_what_its_mode_says(
    mode: ModeRefus, dus: list[int], servis: list[int], equilibre: Fraction
) -> None:
    jour = Journee([replace(AL, refus=mode)])
    jour.donner(MODELE, "al")
    jour.refuser("L0", "al")
    registre = jour.registre
    assert [solde.du for solde in registre.soldes()] == dus
    assert jour.servis() == servis
    assert registre.refus("al") == 1
    assert registre.equilibre("al", Axe.TYPOLOGIE, "T3") == equilibre


def test_a_refused_proposal_stays_in_the_mix_with_the_right_it_brings() -> None:
    jour = Journee([AL])
    jour.donner(MODELE, "al")
    jour.refuser("L0", "al")
    assert jour.registre.recu("al", Axe.FINANCEMENT, "PLAI") == 1
    assert jour.registre.equilibre("al", Axe.FINANCEMENT, "PLAI") == Fraction(2200, UN)
    assert jour.registre.equilibre(BAILLEUR, Axe.FINANCEMENT, "PLAI") == Fraction(7800, UN)


def test_after_a_consumed_refusal_the_landlord_takes_it_uncounted() -> None:
    jour = Journee([replace(AL, refus=ModeRefus.BAILLEUR_UN_TOUR)])
    jour.donner(MODELE, "al")
    jour.refuser("L0", "al")
    jour.servir("L0", BAILLEUR)
    assert jour.servis() == [1, 0]
    assert sum(jour.retards()) == 0
    jour.refuser("L0", BAILLEUR)
    assert jour.servis() == [1, 0]
    assert jour.registre.refus(BAILLEUR) == 1


def test_after_a_consumed_refusal_a_third_party_opens_a_new_right() -> None:
    jour = Journee([replace(AL, refus=ModeRefus.BAILLEUR_UN_TOUR), CALVI])
    jour.donner(MODELE, "al")
    jour.refuser("L0", "al")
    jour.servir("L0", "calvi")
    assert jour.servis() == [1, 1, 0]
    assert jour.registre.du("al") == 4400
    assert sum(jour.retards()) == 0


def test_a_target_replaces_the_share_met_and_the_rest_is_shared_among_the_others() -> None:
    al = replace(AL, cibles=(Cible(Axe.FINANCEMENT, "PLAI", 4000),))
    jour = Journee([al])
    for numero, financement in enumerate(["PLAI", "PLUS", "PLUS", "PLS"]):
        jour.presenter(unite(f"L{numero}", financement=financement))
    du = Fraction(4 * 2200, UN)
    equilibre = jour.registre.equilibre
    assert equilibre("al", Axe.FINANCEMENT, "PLAI") == du * Fraction(4, 10)
    assert equilibre("al", Axe.FINANCEMENT, "PLUS") == du * Fraction(6, 10) * Fraction(2, 3)
    assert equilibre("al", Axe.FINANCEMENT, "PLS") == du * Fraction(6, 10) * Fraction(1, 3)
    assert equilibre("al", Axe.QPV, "hors QPV") == du


def test_a_value_with_a_target_is_due_before_it_is_ever_met() -> None:
    cibles = (Cible(Axe.FINANCEMENT, "PLS", 5000), Cible(Axe.FINANCEMENT, "PLAI", 5000))
    jour = Journee([replace(AL, cibles=cibles)])
    jour.presenter(MODELE)
    assert jour.registre.equilibre("al", Axe.FINANCEMENT, "PLS") == Fraction(1100, UN)


def test_a_value_never_met_is_due_to_nobody() -> None:
    jour = Journee([AL])
    jour.presenter(MODELE)
    assert jour.registre.equilibre("al", Axe.TYPOLOGIE, "T6") == 0
    assert jour.registre.equilibre(BAILLEUR, Axe.TYPOLOGIE, "T6") == 0


def test_before_its_first_opportunity_a_party_is_due_the_mix_of_the_flow() -> None:
    jour = Journee([Partie("calvi", "Calvi", (TauxDate(1000),), PARTOUT, commune("Calvi"))])
    jour.presenter(unite("A", commune="Bastia", typologie="T2"))
    jour.presenter(unite("B", commune="Bastia", typologie="T4"))
    assert jour.registre.equilibre("calvi", Axe.TYPOLOGIE, "T2") == Fraction(1000, UN)


@pytest.mark.parametrize("axe", list(Axe))
def test_every_axis_counts_the_value_of_the_dwelling(axe: Axe) -> None:
    jour = Journee([AL])
    jour.donner(MODELE, "al")
    assert jour.registre.recu("al", axe, MODELE.valeur(axe)) == 1
    assert jour.registre.recu("al", axe, "autre") == 0


def test_tolerance_depends_on_the_parties_that_compete_unless_it_is_set() -> None:
    assert Registre([]).tolerance == Fraction(1, 2)
    assert Registre([AL]).tolerance == Fraction(1, 2)
    assert Registre([AL, ETAT, PRIORITAIRES, AGENTS]).tolerance == Fraction(3, 4)
    assert Registre([AL], Parametres(tolerance=Fraction(5, 4))).tolerance == Fraction(5, 4)


def test_a_copy_lives_its_own_life() -> None:
    jour = Journee([AL])
    jour.donner(MODELE, "al")
    copie = jour.registre.copie()
    copie.appliquer(Presentation(9, unite("B", typologie="T9")))
    copie.appliquer(Service(10, "B", "al"))
    assert jour.servis() == [1, 0]
    assert jour.registre.suivi("B") is None
    assert len(jour.registre.journal) == 2
    assert copie.servi("al") == 2
    jour.presenter(unite("C", typologie="T8"))
    assert copie.recu("al", Axe.TYPOLOGIE, "T8") == 0
