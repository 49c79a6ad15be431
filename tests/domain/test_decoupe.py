"""The table in a sheet: where its header lies, what its columns are called, which rows are data."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from typing_extensions import override

from fluxdesk.domain.decoupe import decouper, lettres, lignes_de, proposer_decoupe
from fluxdesk.domain.tableau_lu import Colonne, Feuille

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.tableau_lu import Cellule

LOGEMENT = ("L001", "Bastia", 65.5, "T3", date(2019, 5, 1))
AUTRE = ("L002", "Ajaccio", 48.0, "T2", date(2020, 7, 1))
TITRES = ("Réf.", "Commune", "Surface", "Type", "Entrée")


def feuille(*lignes: Sequence[Cellule], **reste: object) -> Feuille:
    return Feuille(nom="Parc", lignes=lignes, **reste)  # type: ignore[arg-type]


def coupe(*lignes: Sequence[Cellule], **reste: object) -> tuple[tuple[int, ...], int, list[str]]:
    found = proposer_decoupe(feuille(*lignes, **reste))
    return found.entetes, found.debut, [column.titre for column in found.colonnes]


def test_titles_of_the_page_and_blank_rows_stand_above_the_header() -> None:
    rows = [("Patrimoine au 1er janvier 2026",), (), ("Édité le 02/01/2026", "", "Page 1")]
    assert coupe(*rows, TITRES, LOGEMENT, AUTRE) == ((3,), 4, list(TITRES))


def test_a_header_may_come_after_thirty_rows() -> None:
    rows = [(f"Note {n}",) for n in range(30)]
    assert coupe(*rows, TITRES, LOGEMENT, AUTRE) == ((30,), 31, list(TITRES))


def test_merged_groups_make_the_titles_with_the_row_below() -> None:
    rows = (
        ("État du parc", "", "", "", ""),
        ("Réf.", "Logement", "", "Loyer", ""),
        ("", "Surface\n(m²)", "Type", "Principal", "Charges"),
        ("L001", 65.5, "T3", 420.1, 33),
        ("L002", 48.0, "T2", 380.0, 31),
    )
    merged = ((0, 0, 0, 4), (1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 4))
    assert coupe(*rows, fusions=merged) == (
        (1, 2),
        3,
        [
            "Réf.",
            "Logement – Surface (m²)",
            "Logement – Type",
            "Loyer – Principal",
            "Loyer – Charges",
        ],
    )


def test_two_rows_make_the_titles_where_the_format_tells_no_merge() -> None:
    rows = (
        ("Réf.", "Logement", "", "Loyer", "", "Commune"),
        ("", "Surface", "Type", "Principal", "Charges", ""),
        ("L001", "65,5", "T3", "420,10", "33", "Bastia"),
        ("L002", "48", "T2", "380,00", "31", "Ajaccio"),
    )
    assert coupe(*rows) == (
        (0, 1),
        2,
        [
            "Réf.",
            "Logement – Surface",
            "Logement – Type",
            "Loyer – Principal",
            "Loyer – Charges",
            "Commune",
        ],
    )


def test_a_title_merged_over_columns_without_a_second_row_is_numbered() -> None:
    rows = (
        ("Réf.", "Adresse", "", "Loyer"),
        ("L001", "12", "rue des Lilas", 420),
        ("L002", "14", "rue des Lilas", 430),
    )
    assert coupe(*rows, fusions=((0, 1, 0, 2),)) == (
        (0,),
        1,
        ["Réf.", "Adresse", "Adresse (2)", "Loyer"],
    )


def test_same_titles_are_numbered_and_nameless_columns_called_by_their_letters() -> None:
    cut = decouper(
        feuille(
            ("Loyer", "Loyer", "", "", ""),
            (1, 2, "x", "", ""),
            (1, 2, "", None, "", 3.0, ""),
            colonnes_masquees=frozenset({1}),
        ),
        (0,),
        1,
    )
    assert cut.colonnes == (
        Colonne(index=0, titre="Loyer"),
        Colonne(index=1, titre="Loyer (2)", masquee=True),
        Colonne(index=2, titre="Colonne C"),
        Colonne(index=5, titre="Colonne F"),
    )
    assert [lettres(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_units_and_explanations_below_the_titles_are_no_data() -> None:
    sheet = feuille(
        ("Réf.", "Surface", "Loyer", "Charges"),
        ("identifiant", "en m²", "hors charges", "provisions"),
        ("", "Col 2", "Col 3", "Col 4"),
        ("", "", "", ""),
        ("L001", 65.5, 420, 30),
        *[("L002", 48, 380, 31)] * 4,
    )
    cut = proposer_decoupe(sheet)
    assert (cut.entetes, cut.debut) == ((0,), 3)
    data, aside = lignes_de(sheet, cut)
    assert [row.numero for row in data] == [5, 6, 7, 8, 9]
    assert [(row.numero, row.raison) for row in aside] == [
        (2, "explication sous l’en-tête"),
        (3, "explication sous l’en-tête"),
        (4, "vide"),
    ]


def test_known_titles_tell_the_header_among_rows_of_words() -> None:
    rows = (("Lot", "Bailleur"), ("réservataire", "commune"), ("ALS", "Bastia"), ("État", "Corte"))
    sheet = feuille(*rows)
    assert proposer_decoupe(sheet).entetes == (0,)
    known = {"réservataire", "commune"}
    assert proposer_decoupe(sheet, lambda title: int(title in known)).entetes == (1,)


def test_a_sheet_without_titles_has_columns_called_by_their_letters() -> None:
    rows = ((), ("L001", 65.5, 420, date(2019, 5, 1)), ("L002", 48, 380, date(2019, 5, 1)))
    assert coupe(*rows) == ((), 1, ["Colonne A", "Colonne B", "Colonne C", "Colonne D"])


def test_an_empty_sheet_has_no_column_and_no_row() -> None:
    sheet = feuille(("", None), ("  ",))
    cut = proposer_decoupe(sheet)
    assert (cut.entetes, cut.debut, cut.colonnes) == ((), 0, ())
    data, aside = lignes_de(sheet, cut)
    assert (data, [row.raison for row in aside]) == ([], ["vide", "vide"])


def test_a_sentence_names_no_column() -> None:
    long = "Ce tableau a été tiré de la base du bailleur pour la réunion de la commission"
    rows = ((long, long), ("Bailleur", "Commune"), ("ALS", "Bastia"), ("État", "Corte"))
    assert proposer_decoupe(feuille(*rows)).entetes == (1,)


def test_a_header_alone_is_a_table_without_rows() -> None:
    assert coupe(TITRES) == ((0,), 1, list(TITRES))


def test_rows_that_are_no_data_are_set_aside_with_their_reason() -> None:
    sheet = feuille(
        TITRES,
        LOGEMENT,
        (),
        ("Programme Les Lilas", "", "", "", ""),
        AUTRE,
        ("Sous-total", "", 113.5, "", ""),
        ("", "Total", 113.5, "", "2 logements"),
        ("Page 1 / 2", "", "", "", "12/03/2026"),
        (" Réf.", "Commune ", "Surface", "Type", "Entrée"),
        ("Réf.", "autre", "", "", ""),
        ("L003", "", "", "", ""),
        ("L004", "Total Énergies", 30, "T1", "rue du Total"),
        ("TOTAL LES LILAS", "", 30, "", 12),
        ("TOTAL GÉNÉRAL : 3", "", "", "", ""),
        ("Cumulus", "x", "y", "", ""),
        ("Total des droits", "Bastia", "Corte", "", ""),
        numero_premiere=3,
    )
    data, aside = lignes_de(sheet, proposer_decoupe(sheet))
    assert [(row.numero, row.cellules[0]) for row in data] == [
        (4, "L001"),
        (7, "L002"),
        (12, "Réf."),
        (13, "L003"),
        (14, "L004"),
        (17, "Cumulus"),
        (18, "Total des droits"),
    ]
    assert data[0].cellules == ("L001", "Bastia", "65.5", "T3", "01/05/2019")
    assert [(row.numero, row.raison) for row in aside] == [
        (5, "vide"),
        (6, "intertitre ou note"),
        (8, "sous-total"),
        (9, "total"),
        (10, "pied de page"),
        (11, "en-tête répété"),
        (15, "total"),
        (16, "total"),
    ]


def test_hidden_rows_are_data_and_told() -> None:
    sheet = feuille(TITRES, LOGEMENT, AUTRE, lignes_masquees=frozenset({2}))
    data, aside = lignes_de(sheet, proposer_decoupe(sheet))
    assert [row.numero for row in data] == [2, 3]
    assert [(row.numero, row.raison, row.gardee) for row in aside] == [(3, "ligne masquée", True)]


def test_a_cell_merged_over_rows_has_its_value_in_each() -> None:
    sheet = feuille(
        ("Programme", "Réf.", "Surface"),
        ("Les Lilas", "L001", 65),
        ("", "L002", 48),
        ("", "", ""),
        ("Le Port", "L003", 30),
        fusions=((1, 0, 3, 0), (4, 5, 5, 5), (9, 0, 10, 0)),
    )
    data, aside = lignes_de(sheet, proposer_decoupe(sheet))
    assert [row.cellules[:2] for row in data] == [
        ("Les Lilas", "L001"),
        ("Les Lilas", "L002"),
        ("Le Port", "L003"),
    ]
    assert [row.numero for row in aside] == [4]


def test_rows_have_their_own_numbers_where_some_take_several_lines() -> None:
    sheet = feuille(("a", "b"), ("x\ny", 1), ("z", 2), numeros=(1, 2, 4))
    assert [row.numero for row in lignes_de(sheet, proposer_decoupe(sheet))[0]] == [2, 4]


def test_a_row_lost_on_the_way_is_a_fault_of_the_program() -> None:
    class Menteuse(list[tuple[str, ...]]):
        @override
        def __len__(self) -> int:
            return 9

    sheet = feuille(*(("a", "b"), ("x", "y")))
    cut = proposer_decoupe(sheet)
    short = Feuille(nom="Parc", lignes=Menteuse(sheet.lignes))  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match="8 rows below the header, 1 of data"):
        lignes_de(short, cut)
