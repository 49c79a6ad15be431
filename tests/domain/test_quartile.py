"""The first quartile told by an income, which is never quoted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from fluxdesk.domain.quartile import SeuilQuartile, dire_quartile

SEUIL = SeuilQuartile(euros=Decimal(8800), effet=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("ressources", "donne", "quartile", "fragment"),
    [
        ("8 799,99 €", None, 1, "inférieures au seuil en vigueur depuis le 01/01/2026 : premier"),
        ("8800.01", None, None, "supérieures au seuil en vigueur"),
        ("8800", None, None, "égales au seuil ; le quartile reste inconnu"),
        ("0", None, None, "nulles ou non renseignées"),
        ("700", None, None, "semblent celles d’un mois"),
        ("-7000", None, None, "ne sont pas un montant"),
        ("sept mille", 2, 2, "ne sont pas un montant en euros ; le quartile donné est gardé"),
        ("7000", 3, 3, "ce que le quartile donné (3) contredit ; il est gardé"),
        ("9000", 1, 1, "supérieures au seuil en vigueur depuis le 01/01/2026, ce que le quartile"),
        ("8800", 1, 1, "le quartile donné est gardé"),
    ],
)
def test_the_income_tells_the_first_quartile_or_nothing(
    ressources: str, donne: int | None, quartile: int | None, fragment: str
) -> None:
    read = dire_quartile(ressources, donne, SEUIL)
    assert read.quartile == quartile
    assert fragment in read.phrase
    assert not any(figures in read.phrase for figures in ("8 799", "8800", "7000", "9000", "700"))


@pytest.mark.parametrize(("ressources", "donne"), [("7000", 1), ("9000", 2), ("9000", 4)])
def test_nothing_is_said_where_all_agrees(ressources: str, donne: int) -> None:
    read = dire_quartile(ressources, donne, SEUIL)
    assert (read.quartile, read.phrase) == (donne, "")


def test_without_a_threshold_the_quartile_stays_as_it_was_given() -> None:
    assert dire_quartile("7000", None, None).quartile is None
    told = dire_quartile("7000", 1, None)
    assert told.quartile == 1
    assert "le seuil du premier quartile n’est pas connu" in told.phrase
