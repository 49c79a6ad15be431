"""When a convention ends, renews itself, or is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.clauses import Clauses
from fluxdesk.domain.controles_duree import controler_absences, controler_durees
from fluxdesk.domain.convention import Avenant, Convention, SousContingent
from fluxdesk.domain.dates import plus_mois
from fluxdesk.domain.duree_convention import (
    EtatConvention,
    avis_de_fin,
    dit_sans_convention,
    duree_au,
    duree_en_mots,
    sans_convention,
)
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.parties import parties_du_flux
from fluxdesk.domain.reservataire import Categorie, Reservataire

VILLE = Reservataire(id=1, nom="Ville de Calvi", categorie=Categorie.COMMUNE)
ETAT = Reservataire(id=2, nom="État", categorie=Categorie.ETAT)
BAILLEUR = Reservataire(id=3, nom="Office", categorie=Categorie.BAILLEUR)
QUI = {1: VILLE, 2: ETAT, 3: BAILLEUR}
FIN = date(2026, 12, 31)


def convention(clauses: Clauses, *avenants: Avenant, qui: int = 1) -> Convention:
    return Convention(
        id=7,
        reservataire_id=qui,
        avenants=avenants or (Avenant(numero=0, dix_milliemes=1_000, debut=date(2024, 1, 1)),),
        assiette=Zone.partout(),
        territoire=Zone.partout(),
        clauses=clauses,
    )


@pytest.mark.parametrize(
    ("jour", "mois", "attendu"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -6, date(2025, 9, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_months_are_added_as_people_do(jour: date, mois: int, attendu: date) -> None:
    assert plus_mois(jour, mois) == attendu


def test_without_an_end_a_convention_holds() -> None:
    found = duree_au(convention(Clauses()), date(2030, 1, 1))
    assert (found.etat, found.terme, found.agir_avant) == (EtatConvention.EN_VIGUEUR, None, None)


@pytest.mark.parametrize(
    ("jour", "etat"),
    [
        (date(2023, 12, 31), EtatConvention.A_VENIR),
        (date(2026, 6, 29), EtatConvention.EN_VIGUEUR),
        (date(2026, 6, 30), EtatConvention.FIN_PROCHE),
        (date(2026, 12, 31), EtatConvention.FIN_PROCHE),
        (date(2027, 1, 1), EtatConvention.ECHUE),
    ],
)
def test_the_end_is_told_six_months_before(jour: date, etat: EtatConvention) -> None:
    found = duree_au(convention(Clauses(fin=FIN)), jour)
    assert (found.etat, found.terme) == (etat, FIN)


def test_the_end_of_the_last_rate_is_an_end_too() -> None:
    only = Avenant(numero=0, dix_milliemes=1_000, fin=FIN)
    assert duree_au(convention(Clauses(), only), date(2026, 12, 1)).terme == FIN
    assert duree_au(convention(Clauses(), only), date(2027, 1, 1)).etat is EtatConvention.ECHUE


def test_after_its_end_a_convention_gives_no_right() -> None:
    part = SousContingent(code="p", nom="prioritaires", dix_milliemes=1_000)
    rate = Avenant(numero=0, dix_milliemes=1_000, fin=date(2028, 1, 1), sous_contingents=(part,))
    ended = convention(Clauses(fin=FIN), rate)
    assert ended.avenant_au(FIN) == rate
    assert ended.dix_milliemes_au(date(2027, 1, 1)) == 0
    assert [p.taux_au(date(2027, 1, 1)) for p in parties_du_flux([ended], QUI)] == [0, 0]
    assert [p.taux_au(FIN) for p in parties_du_flux([ended], QUI)] == [1_000, 1_000]


def test_a_tacit_renewal_moves_the_end_and_keeps_the_rights() -> None:
    clauses = Clauses(fin=FIN, tacite_reconduction=True, reconduction_annees=3, denonciation_mois=3)
    renewed = convention(clauses)
    assert renewed.dix_milliemes_au(date(2028, 5, 1)) == 1_000
    found = duree_au(renewed, date(2028, 5, 1))
    assert (found.terme, found.agir_avant) == (date(2029, 12, 31), date(2029, 9, 30))
    assert duree_au(renewed, date(2026, 9, 1)).etat is EtatConvention.RECONDUCTION_PROCHE
    assert duree_au(renewed, date(2026, 10, 1)).etat is EtatConvention.EN_VIGUEUR


def test_each_notice_says_what_to_do_and_before_when() -> None:
    ending = convention(Clauses(fin=FIN))
    state = replace(convention(Clauses(fin=date(2026, 6, 30)), qui=2), id=8)
    tacit = replace(
        convention(Clauses(fin=FIN, tacite_reconduction=True, denonciation_mois=3)), id=9
    )
    later = replace(convention(Clauses(fin=date(2029, 1, 1))), id=10)
    open_ended = replace(convention(Clauses()), id=11)
    found = avis_de_fin([ending, state, tacit, later, open_ended], QUI, date(2026, 8, 1))
    assert [(a.convention_id, a.jour) for a in found] == [
        (8, date(2026, 6, 30)),
        (9, date(2026, 9, 30)),
        (7, FIN),
    ]
    assert "a pris fin le 30 juin 2026" in found[0].phrase
    assert "R441-5-2" in found[0].phrase
    assert "au plus tard le 30 septembre 2026 (préavis de 3 mois)" in found[1].phrase
    assert "ses droits sont exercés par le préfet" in found[2].phrase


def test_a_reservataire_that_signed_nothing_is_a_finding() -> None:
    ended = convention(Clauses(fin=FIN))
    (found,) = controler_absences([ended], QUI, date(2027, 1, 1))
    assert found.code == "sans_convention"
    assert found.phrase.startswith("État. Sans convention")


def test_who_has_no_convention_in_force_is_listed_the_landlord_apart() -> None:
    ended = convention(Clauses(fin=FIN))
    assert sans_convention([ended], QUI.values(), FIN) == (ETAT,)
    assert sans_convention([ended], QUI.values(), date(2027, 1, 1)) == (VILLE, ETAT)
    assert dit_sans_convention(VILLE) == "Sans convention\u00a0: droits exercés par le préfet"
    assert "arrêté" in dit_sans_convention(ETAT)


def test_the_delay_and_the_transmission_are_to_be_verified() -> None:
    slow = replace(
        convention(Clauses()), zone_tendue=True, delai_jours=45, signature=date(2024, 1, 1)
    )
    delay, sent = controler_durees([slow], QUI, date(2026, 1, 1))
    assert (delay.code, sent.code) == ("delai_zone_tendue", "transmission")
    assert "45 jours" in delay.phrase
    assert "Ville de Calvi" in sent.phrase
    told = replace(slow, delai_jours=30, clauses=Clauses(transmise_prefet=date(2024, 2, 1)))
    assert list(controler_durees([told], QUI, date(2026, 1, 1))) == []
    state = replace(told, reservataire_id=2, clauses=Clauses())
    assert list(controler_durees([state], QUI, date(2026, 1, 1))) == []


def test_a_convention_that_ends_is_among_the_findings() -> None:
    (found,) = controler_durees([convention(Clauses(fin=FIN))], QUI, date(2026, 8, 1))
    assert found.code == "duree"


def test_where_it_stands_is_said_in_words() -> None:
    day = date(2026, 8, 1)
    tacit = Clauses(fin=FIN, tacite_reconduction=True, denonciation_mois=3)
    said = [
        duree_en_mots(duree_au(convention(clauses), day)).replace("\u00a0", " ")
        for clauses in (Clauses(), Clauses(fin=FIN), tacit, Clauses(fin=date(2026, 6, 30)))
    ]
    assert said == [
        "En vigueur, sans terme",
        "Fin proche, jusqu’au 31 décembre 2026",
        (
            "Reconduction proche, jusqu’au 31 décembre 2026 ; pour y mettre fin, agir le "
            "30 septembre 2026 au plus tard"
        ),
        "Échue depuis le 30 juin 2026",
    ]
