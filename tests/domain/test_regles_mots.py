"""The rules in words, and words read back as rules."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import Axe
from fluxdesk.domain.regles_flux import REGLES_FLUX, ReglesInvalidesError
from fluxdesk.domain.regles_legales import EffetRegle, RegleLegale
from fluxdesk.domain.regles_mots import (
    NOMS,
    RegleInconnueError,
    ValeurIllisibleError,
    changer,
    en_mots,
)
from tests.domain.test_regles_flux import regles

if TYPE_CHECKING:
    from fluxdesk.domain.regles_flux import ReglesFlux


def test_the_default_in_words() -> None:
    said = en_mots(REGLES_FLUX)
    assert list(said) == list(NOMS)
    assert said["poids.commune"] == "non suivi"
    assert said["poids.qpv"] == "normal"
    assert said["tolerance"] == "règle exacte"
    assert said["horizon"] == "60\u00a0logements"
    assert said["plafond_etat"] == "30\u00a0% (alerte)"
    assert said["etat_uniforme"] == "alerte"


@given(regles)
def test_every_word_is_read_back_exactly(rules: ReglesFlux) -> None:
    read = REGLES_FLUX
    for nom, said in en_mots(rules).items():
        read = changer(read, nom, said)
    assert read.poids == rules.poids
    assert (read.tolerance, read.horizon, read.kappa) == (
        rules.tolerance,
        rules.horizon,
        rules.kappa,
    )
    assert read.plafond_etat == rules.plafond_etat
    assert read.etat_uniforme.effet is rules.etat_uniforme.effet


@pytest.mark.parametrize(
    ("nom", "texte", "weight"),
    [
        ("poids.qpv", "Faible", Fraction(1, 2)),
        ("poids.qpv", "tres fort", Fraction(3)),
        ("poids.qpv", "0,5", Fraction(1, 2)),
        ("poids.qpv", "1/2", Fraction(1, 2)),
        ("poids.commune", "2", Fraction(2)),
        ("poids.qpv", "non suivi", Fraction(0)),
    ],
)
def test_a_weight_is_a_word_or_a_number(nom: str, texte: str, weight: Fraction) -> None:
    axe = Axe(nom.removeprefix("poids."))
    assert changer(REGLES_FLUX, nom, texte).poids_de(axe) == weight


def test_a_tolerance_is_exact_or_a_number() -> None:
    wide = changer(REGLES_FLUX, "tolerance", "1.25")
    assert wide.tolerance == Fraction(5, 4)
    assert changer(wide, "tolerance", "exacte") == REGLES_FLUX
    assert en_mots(wide)["tolerance"] == "1,25\u00a0logement"


def test_a_rule_of_law_takes_a_rate_an_effect_or_both() -> None:
    def read(texte: str) -> RegleLegale:
        return changer(REGLES_FLUX, "plafond_etat", texte).plafond_etat

    assert read("28 %") == RegleLegale(2_800)
    assert read("contrainte") == RegleLegale(3_000, EffetRegle.CONTRAINTE)
    assert read("27,5 % (Ignorée)") == RegleLegale(2_750, EffetRegle.IGNOREE)


@pytest.mark.parametrize(
    ("nom", "texte", "said"),
    [
        ("poids.qpv", "moyen", "« non suivi », « faible »"),
        ("poids.qpv", "1/0", "ne se lit pas"),
        ("tolerance", "large", "« règle exacte » ou un nombre"),
        ("horizon", "1,5", "un nombre entier"),
        ("kappa", "trois", "un nombre entier"),
        ("etat_uniforme", "30 %", "« ignorée », « alerte » ou « contrainte »"),
        ("etat_uniforme", "", "« ignorée »"),
    ],
)
def test_what_cannot_be_read_says_what_is_awaited(nom: str, texte: str, said: str) -> None:
    with pytest.raises(ValeurIllisibleError, match=said.replace(" ", "[ \u00a0]")):
        changer(REGLES_FLUX, nom, texte)


def test_an_unknown_rule_is_refused_with_the_names() -> None:
    with pytest.raises(RegleInconnueError, match=r"plafond_etat"):
        changer(REGLES_FLUX, "plafond", "30 %")


def test_a_value_out_of_bounds_or_no_rate_is_refused() -> None:
    with pytest.raises(ReglesInvalidesError, match="tolérance"):
        changer(REGLES_FLUX, "tolerance", "9")
    with pytest.raises(FluxDeskError, match="n’est pas un taux"):
        changer(REGLES_FLUX, "plafond_etat", "beaucoup")
    with pytest.raises(FluxDeskError, match="n’est pas un taux"):
        changer(REGLES_FLUX, "plafond_etat", "30\n%%")
