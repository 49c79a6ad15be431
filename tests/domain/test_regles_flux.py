"""The rules of a base: their bounds, their guards, and their exact round trip."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.domain.convention import Avenant, Convention, SousContingent
from fluxdesk.domain.flux.gardes import EffetGarde, Garde, NatureGarde
from fluxdesk.domain.flux.parties import PARAMETRES, Axe, Zone
from fluxdesk.domain.regles_flux import (
    REGLES_FLUX,
    ReglesFlux,
    ReglesIllisiblesError,
    ReglesInvalidesError,
    en_dict,
    lire_dict,
    parametres_du_flux,
    peser,
)
from fluxdesk.domain.regles_legales import FICHES, EffetRegle, NomRegle, RegleLegale
from fluxdesk.domain.reservataire import Categorie, Reservataire

JOUR = date(2026, 6, 1)
ETAT = Reservataire(id=1, nom="Préfecture", categorie=Categorie.ETAT)
VILLE = Reservataire(id=2, nom="Ville", categorie=Categorie.COMMUNE)
QUI = {1: ETAT, 2: VILLE}

regles = st.builds(
    ReglesFlux,
    poids=st.dictionaries(
        st.sampled_from(Axe), st.fractions(0, 10, max_denominator=8)
    ).map(peser),
    tolerance=st.none() | st.fractions(Fraction(1, 2), 5, max_denominator=78),
    horizon=st.integers(0, 365),
    kappa=st.integers(1, 20),
    **{
        nom.value: st.builds(RegleLegale, st.integers(0, 10_000), st.sampled_from(EffetRegle))
        for nom in NomRegle
    },
)  # fmt: skip


def convention(qui: int, *avenants: Avenant, garantie: bool = False) -> Convention:
    return Convention(
        reservataire_id=qui,
        avenants=avenants or (Avenant(numero=0, dix_milliemes=1_000),),
        assiette=Zone.partout(),
        territoire=Zone.partout(),
        garantie_emprunt=garantie,
    )


def test_the_default_changes_nothing_of_the_bare_rule() -> None:
    assert parametres_du_flux(REGLES_FLUX, [], {}, JOUR) == PARAMETRES
    with_guards = parametres_du_flux(REGLES_FLUX, [convention(1)], QUI, JOUR)
    assert {g.effet for g in with_guards.gardes} == {EffetGarde.ALERTE}


def test_an_axis_that_is_not_there_weighs_nothing() -> None:
    assert REGLES_FLUX.poids_de(Axe.COMMUNE) == 0
    assert REGLES_FLUX.poids_de(Axe.QPV) == 1
    one, two = Fraction(1), Fraction(2)
    weights = {Axe.QPV: Fraction(0), Axe.COMMUNE: two, Axe.FINANCEMENT: one}
    assert peser(weights) == ((Axe.FINANCEMENT, one), (Axe.COMMUNE, two))


def test_guards_name_the_parties_of_the_law() -> None:
    parts = (
        SousContingent(code="p", nom="prioritaires", dix_milliemes=2_500),
        SousContingent(code="a", nom="Agents publics", dix_milliemes=500),
    )
    first = Avenant(numero=0, dix_milliemes=3_000, sous_contingents=parts)
    then = Avenant(numero=1, dix_milliemes=3_000, sous_contingents=parts, debut=JOUR)
    rules = ReglesFlux(
        plafond_etat=RegleLegale(2_800, EffetRegle.CONTRAINTE),
        etat_uniforme=RegleLegale(0, EffetRegle.IGNOREE),
    )
    knobs = parametres_du_flux(
        rules, [convention(1, first, then), convention(2, garantie=True)], QUI, JOUR
    )
    article = "CCH, art. R441-5-2, I"
    assert knobs.gardes == (
        Garde(NatureGarde.PLAFOND, "de l’État", ("1",), 2_800, EffetGarde.CONTRAINTE, article),
        Garde(
            NatureGarde.PLAFOND, "des agents de l’État", ("1/a",), 500, EffetGarde.ALERTE, article
        ),
        Garde(
            NatureGarde.PLAFOND,
            "des garanties d’emprunt",
            ("2",),
            2_000,
            EffetGarde.ALERTE,
            FICHES[NomRegle.PLAFOND_GARANTIES].source,
        ),
        Garde(
            NatureGarde.PLANCHER_HORS_QPV,
            "de l’État",
            ("1",),
            3_000,
            EffetGarde.ALERTE,
            "CCH, art. R441-5-2, II",
        ),
    )


def test_the_year_decides_which_conventions_count() -> None:
    ended = Avenant(numero=0, dix_milliemes=3_000, debut=date(2020, 1, 1), fin=date(2026, 3, 31))
    rules = REGLES_FLUX
    this_year = parametres_du_flux(rules, [convention(1, ended)], QUI, JOUR)
    assert [g.nature for g in this_year.gardes] == [
        NatureGarde.PLAFOND,
        NatureGarde.PLANCHER_HORS_QPV,
        NatureGarde.UNIFORME,
    ]
    for day in (date(2019, 12, 31), date(2027, 1, 1)):
        assert parametres_du_flux(rules, [convention(1, ended)], QUI, day).gardes == ()


@given(regles)
def test_what_is_written_is_read_back_exactly(rules: ReglesFlux) -> None:
    assert lire_dict(json.loads(json.dumps(en_dict(rules)))) == rules


def test_a_rule_unknown_when_it_was_written_is_the_default() -> None:
    assert lire_dict({}) == REGLES_FLUX


@pytest.mark.parametrize(
    "read",
    [
        {"poids": [["couleur", "1"]]},
        {"poids": [["qpv", "1/0"]]},
        {"tolerance": "beaucoup"},
        {"horizon": None},
        {"etat_uniforme": {"effet": "alerte"}},
        {"etat_uniforme": {"dix_milliemes": 0, "effet": "peut-être"}},
    ],
)
def test_an_unreadable_rule_is_refused(read: dict[str, Any]) -> None:
    with pytest.raises(ReglesIllisiblesError, match="illisibles"):
        lire_dict(read)


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ({"poids": [["qpv", "1"], ["qpv", "2"]]}, "ne se pèse qu’une fois"),
        ({"poids": [["qpv", "11"]]}, "de 0 à 10"),
        ({"tolerance": "1/3"}, "de 0,5 à 5"),
        ({"horizon": 366}, "de 0 à 365"),
        ({"kappa": 0}, "de 1 à 20"),
        ({"plafond_etat": {"dix_milliemes": 10_001, "effet": "alerte"}}, "de 0 à 100"),
    ],
)
def test_a_value_out_of_bounds_is_refused(read: dict[str, Any], said: str) -> None:
    with pytest.raises(ReglesInvalidesError, match=said):
        lire_dict(read)


def test_each_rule_has_a_source_and_only_the_uncertain_a_doubt() -> None:
    assert set(FICHES) == set(NomRegle)
    assert all(f.source and f.phrase and f.de_qui for f in FICHES.values())
    assert [n for n, f in FICHES.items() if f.doute] == [NomRegle.PLAFOND_GARANTIES]
