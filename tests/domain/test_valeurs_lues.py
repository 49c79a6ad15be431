"""Rates, targets and dates as officers type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.domain.cibles import CiblesIllisiblesError, ecrire_cibles, lire_cibles
from fluxdesk.domain.dates_lues import DateIllisibleError, lire_date
from fluxdesk.domain.flux.parties import Axe, Cible
from fluxdesk.domain.taux import TauxAmbiguError, TauxIllisibleError, ecrire_taux, lire_taux


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("22,5", 2250),
        ("22.5", 2250),
        ("25 %", 2500),
        ("25\u00a0%", 2500),
        ("25%", 2500),
        ("0", 0),
        ("100", 10_000),
        ("0,25 %", 25),
        ("33,33", 3333),
        ("30,00", 3000),
        ("30.0000", 3000),
        ("1", 100),
    ],
)
def test_a_rate_is_read_exactly(texte: str, attendu: int) -> None:
    assert lire_taux(texte) == attendu


@pytest.mark.parametrize("texte", ["", "22,555", "-5", "101", "100,01", "1/3", "a", "1e1", "٢٥"])
def test_what_is_no_rate_is_refused(texte: str) -> None:
    with pytest.raises(TauxIllisibleError, match="n’est pas un taux"):
        lire_taux(texte)


@pytest.mark.parametrize("texte", ["0.25", "0,5", "0.333333"])
def test_a_number_under_one_could_be_a_share_kept_by_a_spreadsheet(texte: str) -> None:
    with pytest.raises(TauxAmbiguError, match="avec son signe"):
        lire_taux(texte)


@given(st.integers(min_value=0, max_value=10_000))
def test_a_rate_written_is_read_back(rate: int) -> None:
    assert lire_taux(ecrire_taux(rate)) == rate


def test_targets_are_read_with_decimal_commas_and_either_word_for_qpv() -> None:
    assert lire_cibles("financement=PLAI:40,PLUS:60|QPV=oui:30") == (
        Cible(Axe.FINANCEMENT, "PLAI", 4000),
        Cible(Axe.FINANCEMENT, "PLUS", 6000),
        Cible(Axe.QPV, "QPV", 3000),
    )
    assert lire_cibles("qpv=non:22,5,QPV:10 %") == (
        Cible(Axe.QPV, "hors QPV", 2250),
        Cible(Axe.QPV, "QPV", 1000),
    )
    assert lire_cibles("période=1949-1974:10") == (Cible(Axe.PERIODE, "1949-1974", 1000),)
    assert lire_cibles("  ") == ()


@pytest.mark.parametrize(
    "texte",
    [
        "PLAI:40",
        "couleur=bleu:10",
        "financement",
        "financement=",
        "financement=:40",
        "qpv=parfois:10",
        "financement=PLAI:40,plai:20",
        "qpv=oui:10|qpv=QPV:20",
    ],
)
def test_what_are_no_targets_is_refused(texte: str) -> None:
    with pytest.raises(CiblesIllisiblesError, match="ne sont pas comprises"):
        lire_cibles(texte)


def test_a_target_without_its_share_is_refused() -> None:
    with pytest.raises(TauxIllisibleError):
        lire_cibles("financement=PLAI:beaucoup")


@given(
    st.lists(
        st.builds(
            Cible,
            st.sampled_from([Axe.FINANCEMENT, Axe.TYPOLOGIE]),
            st.sampled_from(["PLAI", "PLUS", "T1 bis", "1975-1989"]),
            st.integers(min_value=0, max_value=10_000),
        ),
        unique_by=lambda c: (c.axe, c.modalite),
    )
)
def test_targets_written_are_read_back(cibles: list[Cible]) -> None:
    qpv = (Cible(Axe.QPV, "QPV", 3000), Cible(Axe.QPV, "hors QPV", 7000))
    assert lire_cibles(ecrire_cibles((*cibles, *qpv))) == (*cibles, *qpv)
    assert "qpv=oui:30 %,non:70 %" in ecrire_cibles(qpv)


@pytest.mark.parametrize(
    "texte",
    ["03/02/2026", "3/2/2026", "03.02.2026", "2026-02-03", "2026-02-03 00:00:00", " 03-02-2026 "],
)
def test_a_day_is_read_in_each_usual_form(texte: str) -> None:
    assert lire_date(texte) == date(2026, 2, 3)


@pytest.mark.parametrize(
    "texte", ["", "31/02/2026", "03/02/26", "46066", "02/2026", "01/01/1899", "01/01/2101", "hier"]
)
def test_what_is_no_day_is_refused(texte: str) -> None:
    with pytest.raises(DateIllisibleError, match="n’est pas une date"):
        lire_date(texte)
