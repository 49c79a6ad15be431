"""What the officer types in place of a cell, whole files and files by blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.profil import Genre
from fluxdesk.domain.rapport import CorrectionCellule
from fluxdesk.domain.rpls_bloc import Bloc, Palette
from fluxdesk.services.corriger_lecture import (
    Cellule,
    FichierCorrige,
    Saisie,
    corrections,
    corriger_lecture,
)
from fluxdesk.services.ports import FichierLu, LigneLue, sans_progres

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxdesk.services.ports import Progress

LU = FichierLu(
    nom="f.xlsx",
    format="classeur",
    encodage="",
    lignes=[LigneLue(4, {"logement": "A"}), LigneLue(5, {"logement": "B"})],
    colonnes=("logement",),
)


class EnBlocs:
    nom = "f.csv"
    format = "RPLS"
    encodage = "UTF-8"
    colonnes = ("DEPCOM", "SURFHAB")

    def blocs(self, _progress: Progress) -> Iterator[Bloc]:
        one = Palette(("DEPCOM",), [("2A004",)])
        two = Palette(("SURFHAB",), [("40",), ("x",)])
        yield Bloc([1, 2], [one, two], [[0, 0], [0, 1]])
        yield Bloc([3], [one, two], [[0], [1]], [(4, "3 cellules")])

    def format_final(self, lues: int) -> str:
        return f"RPLS {lues}"


def test_nothing_typed_leaves_the_file_as_it_is() -> None:
    assert corriger_lecture(LU, Genre.VACANCES, {}) is LU


def test_the_text_takes_the_place_of_the_cell_as_its_importer_reads_it() -> None:
    typed = {Cellule(5, "date_conge"): Saisie("", "03/02/26"), Cellule(5, "autre"): Saisie("", "z")}

    read = corriger_lecture(LU, Genre.VACANCES, typed)

    assert read.colonnes == ("logement", "autre", "date_conge")
    assert read.lignes[0].champs == {"logement": "A", "autre": "", "date_conge": ""}
    assert read.lignes[1].champs == {"logement": "B", "autre": "z", "date_conge": "03/02/2026"}


def test_other_lines_are_shared_where_no_column_is_new() -> None:
    read = corriger_lecture(LU, Genre.VACANCES, {Cellule(4, "logement"): Saisie("A", "C")})

    assert read.lignes[0].champs == {"logement": "C"}
    assert read.lignes[1] is LU.lignes[1]


def test_a_file_by_blocks_is_corrected_block_by_block() -> None:
    typed = {Cellule(2, "SURFHAB"): Saisie("x", "60 m²")}

    read = FichierCorrige(EnBlocs(), Genre.PATRIMOINE, typed)
    first, second = read.blocs(sans_progres)

    assert [first.champs(line) for line in range(2)] == [
        {"DEPCOM": "2A004", "SURFHAB": "40"},
        {"DEPCOM": "2A004", "SURFHAB": "60"},
    ]
    assert second.champs(0) == {"DEPCOM": "2A004", "SURFHAB": "x"}
    assert second.ecarts
    assert (read.nom, read.format, read.encodage) == ("f.csv", "RPLS", "UTF-8")
    assert read.colonnes == ("DEPCOM", "SURFHAB")
    assert read.format_final(3) == "RPLS 3"


def test_the_report_tells_them_in_the_order_of_the_lines() -> None:
    typed = {Cellule(5, "b"): Saisie("1", "2"), Cellule(4, "a"): Saisie("x", "y")}

    assert corrections(typed) == (
        CorrectionCellule(ligne=4, colonne="a", lue="x", corrigee="y"),
        CorrectionCellule(ligne=5, colonne="b", lue="1", corrigee="2"),
    )
