"""Files read as streams: hostile ones are refused at once, and pieces never show."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.sheets import rpls_coupes, rpls_flux, rpls_palettes
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.resources import resource
from fluxdesk.services.ports import FichierIllisibleError, sans_progres

if TYPE_CHECKING:
    from fluxdesk.domain.rpls_bloc import Bloc

CORSE = resource("demo", "rpls2018_corse_extrait.csv")
DONNEES = Path(__file__).parents[2] / "data"
HEAD = "DEPCOM;NBPIECE;NOMVOIE;FINAN"


def lignes(chemin: Path) -> list[tuple[int, dict[str, str]]]:
    found: list[tuple[int, dict[str, str]]] = []
    for bloc in lire_patrimoine(chemin, sans_progres).blocs(sans_progres):
        found += _lignes(bloc)
    return found


def _lignes(bloc: Bloc) -> list[tuple[int, dict[str, str]]]:
    cells = [(number, bloc.champs(at)) for at, number in enumerate(bloc.numeros)]
    gaps = [(number, {"": told}) for number, told in bloc.ecarts]
    return sorted([*cells, *gaps], key=lambda line: line[0])


@pytest.mark.parametrize(
    ("taille", "fragment"),
    [(2_000_000_000, "dépasse 500"), (300_000_000, "n’est pas un fichier texte")],
)
def test_a_huge_file_is_refused_before_memory_is_spent(
    tmp_path: Path, taille: int, fragment: str
) -> None:
    path = tmp_path / "gros.csv"
    with path.open("wb") as stream:
        stream.truncate(taille)  # a sparse file: no byte of it on the disk
    tracemalloc.start()
    with pytest.raises(FichierIllisibleError, match=fragment):
        lire_patrimoine(path, sans_progres)
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_a_file_that_is_all_one_line_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "ligne.csv"
    path.write_bytes(f"{HEAD}\n".encode() + b"2A004;" * 10_000_000)
    tracemalloc.start()
    with pytest.raises(FichierIllisibleError, match="a une ligne de plus d’un million de signes"):
        lire_patrimoine(path, sans_progres)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "chemin",
    [CORSE, *sorted(DONNEES.glob("declaration_*")), DONNEES / "rpls2025_corse_derive_300.csv"],
    ids=lambda path: path.stem,
)
@pytest.mark.parametrize("morceau", [997, 20_000])
def test_where_the_pieces_end_never_shows(
    chemin: Path, morceau: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = lignes(chemin)
    monkeypatch.setattr(rpls_flux, "_MORCEAU", morceau)
    monkeypatch.setattr(rpls_palettes, "LIGNES_PAR_BLOC", 7)
    monkeypatch.setattr(rpls_coupes, "_COULEURS_MAX", 20)
    assert lignes(chemin) == whole


@pytest.mark.parametrize("fin", ["\r", "\r\n", "\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_ends_of_lines_and_encodings(
    tmp_path: Path, fin: str, codec: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rpls_flux, "_MORCEAU", 5)
    path = tmp_path / "f.csv"
    rows = [HEAD, "2A004;3;DES CHÊNES;13", "", "2A004;4;x;13", "\x1a"]
    start = "\ufeff" if codec == "utf-16-be" else ""
    path.write_bytes((start + fin.join(rows)).encode(codec))
    read = lignes(path)
    assert [number for number, _ in read] == [2, 4]
    assert read[0][1]["NOMVOIE"] == "DES CHÊNES"


@pytest.mark.parametrize(
    ("contenu", "attendu"),
    [
        ('2A004;3;"1 D;13\n2A004;4;"B;C";13', [(2, '"1 D'), (3, "B;C")]),
        ('2A004;3;"a\nb";13\n2A004;4;x;13', [(2, "a\nb"), (4, "x")]),
        ('2A004;3;"a\r\nb";13\r\n2A004;4;x;13', [(2, "a\nb"), (4, "x")]),
        ('"2A004";"3";"x";"13"\n2A004;3;x;"13\n2A004;3;y;13"', [(2, "x"), (3, "x")]),
        ("2A004;3;x;13;;\n ; ;;\n2A004;3;y;13", [(2, "x"), (4, "y")]),
        ("2A004;3;x;13\n1;2\n2A004;3;y;13", [(2, "x"), (3, "2 cellules au lieu de 4"), (4, "y")]),
        ("1;2\n1;2;3", [(2, "2 cellules au lieu de 4"), (3, "3 cellules au lieu de 4")]),
        ("", []),
    ],
)
def test_hostile_lines(tmp_path: Path, contenu: str, attendu: list[tuple[int, str]]) -> None:
    path = tmp_path / "f.csv"
    path.write_text(f"{HEAD}\n{contenu}", encoding="utf-8", newline="")
    read = [(number, cells.get("NOMVOIE", cells.get(""))) for number, cells in lignes(path)]
    assert read == attendu


def test_a_file_that_changes_under_the_reading_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text(f"{HEAD}\n2A004;3;x;13\n", encoding="utf-8")
    read = lire_patrimoine(path, sans_progres)
    path.write_text(f"{HEAD}\n2A004;3;x;13\n2A004;3;x;13\n", encoding="utf-8")
    with pytest.raises(RuntimeError, match="3 lines in the file, 4 went through"):
        list(read.blocs(sans_progres))
