"""Cells of a stream and knobs of the rule: exact numbers, closed lists, sentences otherwise."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import PARAMETRES, Axe, Cible, ModeRefus
from fluxdesk.domain.scenario_parametres import TextesParametres, lire_parametres
from fluxdesk.domain.scenario_valeurs import (
    decimales,
    lire_etalement,
    lire_nombre,
    lire_objectifs,
    lire_pourcentage,
    lire_qpv,
    lire_refus,
    lire_report,
    lire_soustrait,
)

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("texte", "taux"),
    [("0", 0), ("0,4", 40), ("22.50", 2250), ("22,500000", 2250), ("25.", 2500), ("100 %", 10_000)],
)
def test_percentages_are_exact(texte: str, taux: int) -> None:
    assert lire_pourcentage(texte) == taux


@pytest.mark.parametrize(("texte", "nombre"), [("8", 8), ("+8", 8), ("-8", -8), ("8,0", 8)])
def test_carry_overs_have_a_sign(texte: str, nombre: int) -> None:
    assert lire_report(texte) == nombre


def test_other_cells_say_what_they_mean() -> None:
    assert lire_etalement("0") == 0
    assert lire_refus("Bailleur un tour") is ModeRefus.BAILLEUR_UN_TOUR
    assert lire_objectifs("commune=2a004:30") == (Cible(Axe.COMMUNE, "2A004", 3000),)
    assert [lire_qpv(texte) for texte in ("1", "QN02A001", "Oui")] == ["QPV"] * 3
    assert [lire_qpv(texte) for texte in ("0", "Hors-QPV", "FAUX")] == ["hors QPV"] * 3
    assert lire_soustrait("relogement de renouvellement urbain")


@pytest.mark.parametrize(
    ("valeur", "texte"), [(0, "0.0000"), (-3500, "-0.3500"), (123_456_789, "12345.6789")]
)
def test_amounts_have_four_decimals(valeur: int, texte: str) -> None:
    assert decimales(valeur) == texte


def test_knobs_are_those_of_the_specification_unless_told() -> None:
    assert lire_parametres(TextesParametres()) == PARAMETRES
    told = lire_parametres(
        TextesParametres(horizon="5", kappa=" 2 ", tolerance="13/14", poids="QPV=0, epci=0.5")
    )
    assert (told.horizon, told.kappa, told.tolerance) == (5, 2, Fraction(13, 14))
    assert dict(told.axes) == {
        Axe.FINANCEMENT: 1,
        Axe.TYPOLOGIE: 1,
        Axe.EPCI: Fraction(1, 2),
        Axe.PERIODE: 1,
    }


@pytest.mark.parametrize(
    "textes",
    [
        TextesParametres(horizon="loin"),
        TextesParametres(horizon="-1"),
        TextesParametres(kappa="0"),
        TextesParametres(tolerance="0,1"),
        TextesParametres(tolerance="1/0"),
        TextesParametres(poids="qpv"),
        TextesParametres(poids="surface=1"),
        TextesParametres(poids="qpv=-1"),
        TextesParametres(poids="qpv=11"),
    ],
)
def test_knobs_out_of_their_bounds_are_refused(textes: TextesParametres) -> None:
    with pytest.raises(FluxDeskError):
        lire_parametres(textes)


@pytest.mark.parametrize(
    ("lire", "texte"),
    [
        (lire_pourcentage, "1e1"),
        (lire_report, "8 logements"),
        (lire_etalement, ""),
        (lire_nombre, "1/00"),
        (lire_nombre, "0.1234567"),
    ],
)
def test_what_is_no_number_is_refused(lire: Callable[[str], object], texte: str) -> None:
    with pytest.raises(FluxDeskError):
        lire(texte)
