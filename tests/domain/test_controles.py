from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.controles import ControleError, Gravite, lieux, pourcentage, unite_du_lieu
from fluxdesk.domain.controles_loi import controler
from fluxdesk.domain.convention import Avenant, Convention, SousContingent
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.regles_flux import ReglesFlux
from fluxdesk.domain.regles_legales import EffetRegle, RegleLegale
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.territoire import Commune, lire_zone

if TYPE_CHECKING:
    from fluxdesk.domain.controles import Alerte

JOUR = date(2026, 3, 3)
COMMUNES = (
    Commune(
        code="2A004", nom="Ajaccio", departement="2A", epci="1", epci_nom="CA du Pays ajaccien"
    ),
    Commune(
        code="2A017", nom="Appietto", departement="2A", epci="1", epci_nom="CA du Pays ajaccien"
    ),
    Commune(code="2A041", nom="Bonifacio", departement="2A", epci="2", epci_nom="CC Sud-Corse"),
    Commune(code="2B033", nom="Bastia", departement="2B", epci="3", epci_nom="CA de Bastia"),
)
NAMES = {
    1: Reservataire(id=1, nom="État", categorie=Categorie.ETAT),
    2: Reservataire(id=2, nom="Ajaccio", categorie=Categorie.COMMUNE),
    3: Reservataire(id=3, nom="CA du Pays ajaccien", categorie=Categorie.EPCI),
}


def convention(who: int, rate: int, zone: str = "tout") -> Convention:
    return Convention(
        reservataire_id=who,
        avenants=(Avenant(numero=0, dix_milliemes=rate),),
        assiette=lire_zone(zone),
        territoire=lire_zone(zone),
    )


def findings(*conventions: Convention, rules: ReglesFlux | None = None) -> list[Alerte]:
    return list(controler(conventions, NAMES, lambda: COMMUNES, JOUR, rules))


def codes(*conventions: Convention) -> list[str]:
    return [a.code for a in findings(*conventions)]


@pytest.mark.parametrize(
    ("rate", "words"), [(3000, "30 %"), (2250, "22,5 %"), (125, "1,25 %"), (0, "0 %")]
)
def test_a_rate_has_as_few_decimals_as_it_needs(rate: int, words: str) -> None:
    assert pourcentage(rate).replace("\u00a0", " ") == words


def test_places_are_what_the_zones_tell_apart() -> None:
    zones = [lire_zone("commune:2A004"), lire_zone("epci:1"), lire_zone("departement:2A")]
    assert [p.nom for p in lieux(zones, COMMUNES)] == [
        "à Ajaccio",
        "dans les communes de CA du Pays ajaccien",
        "dans le département 2A",
        "dans toutes les communes",
    ]


def test_a_residence_is_told_apart_inside_its_commune() -> None:
    zones = [
        lire_zone("commune:2A004"),
        lire_zone("residence:2A004/Les Lilas,residence:99999/Ailleurs,quartier:QN02A001M"),
    ]
    *_, lilas, elsewhere, quartier = lieux(zones, COMMUNES)
    assert lilas.nom == "dans la résidence LES LILAS"
    assert zones[0].contient(unite_du_lieu(lilas, JOUR))
    assert zones[1].contient(unite_du_lieu(lilas, JOUR))
    assert not zones[0].contient(unite_du_lieu(elsewhere, JOUR))
    assert quartier.nom == "dans le quartier QN02A001M"
    assert zones[1].contient(unite_du_lieu(quartier, JOUR))


def test_state_at_its_cap_with_its_parts_raises_nothing() -> None:
    parts = (
        SousContingent(code="p", nom="prioritaires", dix_milliemes=2500),
        SousContingent(code="a", nom="agents publics", dix_milliemes=500),
    )
    avenant = Avenant(numero=0, dix_milliemes=3000, sous_contingents=parts)
    assert codes(replace(convention(1, 0), avenants=(avenant,))) == []


def test_state_over_thirty_percent_blocks_and_cites_the_article() -> None:
    (found,) = findings(convention(1, 3100))
    assert (found.gravite, found.code) == (Gravite.BLOQUANT, "etat_plafond")
    assert "31\u00a0%" in found.phrase
    assert "R441-5-2" in found.phrase


def test_caps_are_parameters() -> None:
    assert findings(convention(1, 3500), rules=ReglesFlux(plafond_etat=RegleLegale(3500))) == []


def test_agents_over_five_percent_block() -> None:
    parts = (
        SousContingent(code="p", nom="prioritaires", dix_milliemes=2400),
        SousContingent(code="a", nom="Agents civils", dix_milliemes=600),
    )
    avenant = Avenant(numero=0, dix_milliemes=3000, sous_contingents=parts)
    assert codes(replace(convention(1, 0), avenants=(avenant,))) == ["agents_plafond"]


def test_parts_that_do_not_add_up_block() -> None:
    parts = (SousContingent(code="p", nom="prioritaires", dix_milliemes=2500),)
    avenant = Avenant(numero=0, dix_milliemes=3000, sous_contingents=parts)
    assert codes(replace(convention(1, 0), avenants=(avenant,))) == ["sous_contingents"]


def test_state_under_thirty_percent_warns_about_districts() -> None:
    (found,) = findings(convention(1, 2500))
    assert (found.gravite, found.code) == (Gravite.ALERTE, "etat_hors_qpv")


def test_state_on_some_communes_only_warns_that_it_is_not_uniform() -> None:
    assert codes(convention(1, 3000, "commune:2A004")) == ["etat_uniforme"]


def test_rates_over_one_hundred_percent_warn_where_other_places_make_up_for_it() -> None:
    (found,) = findings(
        convention(1, 3000), convention(2, 4000, "commune:2A004"), convention(3, 3500, "epci:1")
    )
    assert (found.gravite, found.code) == (Gravite.ALERTE, "somme_commune")
    assert "à Ajaccio, les pourcentages conventionnés s’additionnent à 105\u00a0%" in found.phrase
    assert "Ajaccio 40\u00a0%" in found.phrase


def test_rates_over_one_hundred_percent_block_where_nobody_can_be_served_elsewhere() -> None:
    (found,) = findings(convention(2, 6000, "commune:2A004"), convention(3, 4500, "commune:2A004"))
    assert (found.gravite, found.code) == (Gravite.BLOQUANT, "somme_commune")
    assert "Au 3 mars 2026, à Ajaccio, les taux s’additionnent à 105\u00a0%" in found.phrase
    full = (convention(1, 3000), convention(3, 7100))
    assert [a.gravite for a in findings(*full)] == [Gravite.BLOQUANT]


def test_a_place_to_be_served_in_may_be_one_that_no_rate_names() -> None:
    """Bastia bears no rate: what Ajaccio owes too much of can be served there."""
    elsewhere = replace(
        convention(2, 6000, "commune:2A004"), territoire=lire_zone("commune:2A004,commune:2B033")
    )
    (found,) = findings(elsewhere, convention(3, 4500, "commune:2A004"))
    assert found.gravite is Gravite.ALERTE


@pytest.mark.parametrize(
    ("clauses", "told"),
    [
        ({}, "« refus » et « carence » « ne compte pas » sont donc"),
        ({"refus": ModeRefus.COMPTE}, "La clause « carence » « ne compte pas » est donc"),
        ({"carence": ModeRefus.BAILLEUR_UN_TOUR}, "La clause « refus »"),
    ],
)
def test_a_clause_that_comes_after_the_right_is_consumed_has_no_effect(
    clauses: dict[str, ModeRefus], told: str
) -> None:
    early = replace(
        convention(3, 500, "epci:1"),
        evenement_decompte=EvenementDecompte.MISE_A_DISPOSITION,
        refus=clauses.get("refus", ModeRefus.NON_COMPTE),
        carence=clauses.get("carence", ModeRefus.NON_COMPTE_MIXITE),
    )
    (found,) = findings(early)
    assert (found.gravite, found.code) == (Gravite.ALERTE, "clause_sans_effet")
    assert told in found.phrase.replace("\u00a0", " ")
    counted = replace(early, refus=ModeRefus.COMPTE, carence=ModeRefus.COMPTE)
    assert findings(counted) == []


def test_a_rule_that_the_base_ignores_is_not_checked() -> None:
    ignored = RegleLegale(0, EffetRegle.IGNOREE)
    rules = ReglesFlux(
        plafond_etat=ignored,
        plafond_agents=ignored,
        plafond_garanties=ignored,
        plancher_etat_hors_qpv=ignored,
        etat_uniforme=ignored,
    )
    parts = (SousContingent(code="a", nom="Agents civils", dix_milliemes=3300),)
    avenant = Avenant(numero=0, dix_milliemes=3300, sous_contingents=parts)
    over = replace(convention(1, 0, "commune:2A004"), avenants=(avenant,), garantie_emprunt=True)
    assert findings(over, rules=rules) == []
    assert {a.code for a in findings(over)} == {
        "etat_plafond",
        "agents_plafond",
        "etat_uniforme",
        "garanties_plafond",
    }


def test_loan_guarantees_over_twenty_percent_block() -> None:
    backed = replace(convention(2, 2500, "commune:2A004"), garantie_emprunt=True)
    assert codes(backed) == ["garanties_plafond"]


def test_a_later_rate_is_checked_from_its_day_and_a_lasting_finding_is_said_once() -> None:
    rising = replace(
        convention(1, 0),
        avenants=(
            Avenant(numero=0, dix_milliemes=3000, fin=date(2026, 12, 31)),
            Avenant(numero=1, dix_milliemes=3200, debut=date(2027, 1, 1), fin=date(2027, 6, 30)),
            Avenant(numero=2, dix_milliemes=3300, debut=date(2027, 7, 1)),
        ),
    )
    (found,) = findings(rising)
    assert "32\u00a0%" in found.phrase


def test_a_convention_that_is_over_counts_for_nothing() -> None:
    over = replace(
        convention(1, 0), avenants=(Avenant(numero=0, dix_milliemes=9000, fin=date(2025, 1, 1)),)
    )
    assert codes(over) == []


def test_the_error_says_every_blocking_finding() -> None:
    error = ControleError(findings(convention(1, 3100)))
    assert len(error.alertes) == 1
    assert "31\u00a0%" in str(error)
