"""The bilan on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from reportlab.graphics.shapes import Rect

from fluxdesk.adapters.pdf.bilan_graphique import _barres
from fluxdesk.adapters.pdf.bilan_pdf import bilan_en_octets, ecrire_bilan_pdf
from fluxdesk.adapters.pdf.style import ACCENT, CaractereSansGlypheError
from fluxdesk.domain.bilan import LigneBilan, LigneSolde
from fluxdesk.domain.bilan_faits import FaitPrevu, Lieu
from fluxdesk.domain.periode import lire_periode
from fluxdesk.domain.vacance import CategorieSoustrait

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.domain.bilan import Bilan


def tout(octets: bytes, lire: Callable[[bytes], list[str]]) -> str:
    return " ".join(lire(octets))


ATTENDUS = (
    "Bilan annuel 2025 des logements réservés",
    "Destinataire : Préfecture – tous les réservataires",
    "14 libérations 9 proposés 7 attribués 4 baux signés 7,00 dû 9 servi −2,00 solde",
    "En 2025, 9 logements proposés aux réservataires et 5 gardés par le bailleur ;",
    "7 attributions en commission, 4 baux signés, 1 offre sans suite.",
    "Dû de l’année : 7,00 logements, servi 9, solde −2,00.",
    "le solde est de +1,67 : des logements restent dus.",
    "comptent aussi 5 logements gardés par le bailleur",
    "État (prioritaires) 25,00 % 7,33 6 +1,33",
    "Total des réservataires 14,67 13 +1,67",
    "Par réservataire Réservataire Proposés Attribués Baux signés Sans suite",
    "Département 0 0 0 0",
    "T3 7 6 3 1",
    "Par financement",
    "Par QPV / hors QPV",
    "Bastia (2B033) 7 4 3 0",
    "Par période de construction",
    "Total 14 10 6 1",
    "mutation dans le parc 1",
    "copropriété dégradée 0",
    "article R441-5-1 du code de la construction et de l’habitation",
    "Habitat Balagne – SIRET 123 456 789 00012",
)


def test_the_bilan_says_all_this(bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]) -> None:
    said = tout(bilan_en_octets(bilan), lire_pdf)
    assert [words for words in ATTENDUS if words not in said] == []


def test_every_axis_has_the_same_totals(
    bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    assert tout(bilan_en_octets(bilan), lire_pdf).count("Total 14 10 6 1") == 6


def test_a_rectificatif_tells_what_it_changes_the_first_of_them(
    bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    changes = tuple(f"Commune {n}, proposés\u00a0: 0 devient 1" for n in range(17))
    made = replace(bilan, version=2, changements=changes, etabli=date(2026, 3, 4))
    told = tout(bilan_en_octets(made), lire_pdf)
    for words in (
        "établi le 4 mars 2026",
        "des logements réservés, rectificatif 1",
        "remplace le bilan déjà transmis ; il change :",
        "– Commune 14, proposés : 0 devient 1 – et 2 autres changements, dans le classeur",
    ):
        assert words in told
    masked = tout(bilan_en_octets(replace(made, changements=())), lire_pdf)
    assert "remplace le bilan déjà transmis. 14" in masked


def test_a_territory_says_what_is_foreseen_there_and_what_no_commune_has(
    bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    lost = FaitPrevu(annee=2026, categorie=CategorieSoustrait.VENTE, nombre=4, lieu=Lieu())
    here = replace(bilan, cle="epci:1", soldes=(), non_localises=(lost,), annees_prevues=(2026,))
    told = tout(bilan_en_octets(here), lire_pdf)
    apart = "Non localisées, toutes communes (hors total) : 4 logements."
    assert f"Aucune opération n’est prévue sur ce territoire. {apart}" in told
    assert "pas par EPCI" in told
    placed = replace(lost, lieu=Lieu(insee="2B050"), nombre=3)
    told = tout(bilan_en_octets(replace(here, prevus=(placed,))), lire_pdf)
    assert f"vente 3 Total 3 {apart}" in told


def test_a_point_of_a_quarter_has_no_forecast_and_says_what_it_is(
    bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    told = tout(bilan_en_octets(replace(bilan, periode=lire_periode("2025-T2"))), lire_pdf)
    assert "Bilan intermédiaire des logements réservés, 2e trimestre 2025" in told
    assert "Prévisionnel" not in told
    assert "le bilan de l’année reste dû avant le 28 février" in told


def test_dwellings_kept_in_another_year_are_told_to_be_in_the_tables(
    bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    rows = tuple(
        replace(x, proposes=0) if x.reservataire.startswith("Bailleur") else x for x in bilan.lignes
    )
    told = tout(bilan_en_octets(replace(bilan, lignes=rows)), lire_pdf)
    assert "comptent aussi les logements gardés par le bailleur" in told


def test_the_pages_are_numbered(bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]) -> None:
    pages = lire_pdf(bilan_en_octets(bilan))
    for number, page in enumerate(pages, start=1):
        assert f"page {number}/{len(pages)}" in page


def test_an_empty_bilan_is_made_of_zeros(
    bilan_vide: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    page = tout(bilan_en_octets(bilan_vide), lire_pdf)
    assert "Aucun réservataire n’a de compte au 31 décembre 2025." in page
    assert "rien ne reste dû" in page
    assert page.count("aucun mouvement 0 0 0 0") == 6


def test_the_bilan_of_one_reservataire_speaks_of_it_alone(
    bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    mine = replace(
        bilan,
        destinataire="Calvi",
        reservataire="Calvi",
        lignes=tuple(x for x in bilan.lignes if x.reservataire == "Calvi"),
        soldes=tuple(s for s in bilan.soldes if s.cle == "2"),
        soldes_annee=tuple(s for s in bilan.soldes_annee if s.cle == "2"),
    )
    text = tout(bilan_en_octets(mine), lire_pdf)
    assert "Destinataire : Calvi – vos seules réservations" in text
    assert "En 2025, 4 logements proposés à Calvi ; 4 attributions" in text
    assert "Par réservataire" not in text
    assert "Total des réservataires" not in text
    assert "gardés par le bailleur" not in text


def test_a_balance_in_advance_is_told_so(
    bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    ahead = (LigneSolde(cle="2", nom="Calvi", taux=2000, du=Fraction(1, 3), servi=4),)
    text = tout(bilan_en_octets(replace(bilan, soldes=ahead)), lire_pdf)
    assert "le solde est de −3,67 : des logements ont été servis d’avance." in text


def test_a_long_table_repeats_its_head_on_each_page(
    bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    many = tuple(
        LigneBilan(reservataire="Calvi", commune=f"Commune {n:03d}", typologie="T3", proposes=1)
        for n in range(120)
    )
    pages = lire_pdf(bilan_en_octets(replace(bilan, lignes=many)))
    holding = [page for page in pages if "Commune 0" in page or "Commune 1" in page]
    assert len(holding) >= 3
    assert all("Commune Proposés Attribués Baux signés Sans suite" in page for page in holding)


def longueurs(solde: LigneSolde, echelle: Fraction) -> list[float]:
    bars = [shape for shape in _barres(solde, echelle).contents if isinstance(shape, Rect)]
    assert bars[-1].fillColor == ACCENT
    return [float(bar.width) for bar in bars]


def test_bars_are_as_long_as_their_figures() -> None:
    solde = LigneSolde(cle="1", nom="État", du=Fraction(10), servi=5)
    due, served = longueurs(solde, Fraction(10))
    assert due == pytest.approx(2 * served, abs=0.02)
    assert served > 0


def test_a_debt_opened_below_zero_or_nothing_at_all_has_no_bar() -> None:
    solde = LigneSolde(cle="1", nom="État", du=Fraction(-2), servi=0)
    assert longueurs(solde, Fraction(0)) == [0, 0]
    assert longueurs(solde, Fraction(3)) == [0, 0]


def test_a_hostile_name_is_printed_as_written(
    bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    name = "<b>CALVI & Cie</b>"
    hostile = replace(bilan, bailleur=name, destinataire=name)
    assert tout(bilan_en_octets(hostile), lire_pdf).count(name) >= 3


def test_a_sign_without_glyph_in_the_foot_is_named_in_a_sentence(bilan: Bilan) -> None:
    with pytest.raises(CaractereSansGlypheError, match=r"^Le caractère «"):
        bilan_en_octets(replace(bilan, siret="123 😀"))


def test_the_same_bilan_gives_the_same_bytes(bilan: Bilan) -> None:
    assert bilan_en_octets(bilan) == bilan_en_octets(bilan)


def test_the_bilan_is_written_where_it_is_asked_for(bilan: Bilan, tmp_path: Path) -> None:
    ecrire_bilan_pdf(bilan, tmp_path / "bilan.pdf")
    assert (tmp_path / "bilan.pdf").read_bytes() == bilan_en_octets(bilan)


def test_what_is_counted_apart_and_what_is_regrouped_is_said(
    bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    apart = replace(
        bilan, detail=tuple(replace(f, a_part=f is bilan.detail[0]) for f in bilan.detail)
    )
    assert "1 première location de logements neufs" in tout(bilan_en_octets(apart), lire_pdf)
    few = tout(bilan_en_octets(replace(bilan, seuil=5)), lire_pdf)
    assert "moins de 5 attributions ou baux sont regroupées" in few


def test_a_long_table_goes_on_over_the_page(
    bilan: Bilan, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    many = tuple(
        replace(bilan.lignes[0], commune=f"Commune {rank:03d}", proposes=1) for rank in range(60)
    )
    pages = lire_pdf(bilan_en_octets(replace(bilan, lignes=many, detail=())))
    held = [page for page in pages if "Commune 0" in page]
    assert len(held) > 1
    assert all("Proposés Attribués" in page for page in held)
