"""The decisions of a replay on the disk, read back."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.disk.sortie import EcritureError
from fluxdesk.adapters.sheets.rejeu_csv import ecrire_rejeu, texte_inerte
from fluxdesk.domain.flux.registre import Registre
from fluxdesk.domain.flux.rejeu import Arrivee, jouer
from tests.domain.flux.exemples import partie, unite

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.flux.rejeu import Rejeu


def joue(*noms: str, refus: str = "") -> Rejeu:
    parties = [partie(nom, 4000) for nom in noms]
    unites = [Arrivee(unite("007"), frozenset({refus})), Arrivee(unite("=B1"))]
    return jouer(Registre(parties), unites)


def test_one_row_a_dwelling_and_nothing_else(tmp_path: Path) -> None:
    ecrire_rejeu(joue("État", "a;l", refus="État"), tmp_path / "D.csv")
    assert (tmp_path / "D.csv").read_bytes().decode("utf-8") == (
        "id;choix;motif;du;servi;retard;refusants\n"
        '007;"a;l";plus_en_retard;0.4000;0;0.4000;État\n'
        "'=B1;État;hors_tolerance;0.8000;0;0.8000;\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["D.csv"]


def test_names_are_read_back_exactly(tmp_path: Path) -> None:
    nom = 'SA "Le Toit"; =1+1'
    ecrire_rejeu(joue(nom), tmp_path / "D.csv")
    with (tmp_path / "D.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter=";"))
    assert nom in {row["choix"] for row in rows}


@pytest.mark.parametrize(
    ("nom", "cellule"),
    [
        ("État", "État"),
        ("=SOMME(A1)", "'=SOMME(A1)"),
        ("+33 logements", "'+33 logements"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@nom", "'@nom"),
        ("'=A1", "''=A1"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("-12,5", "-12,5"),
        ("+7", "+7"),
        ("", ""),
    ],
)
def test_no_name_is_a_formula_and_each_can_be_found_again(nom: str, cellule: str) -> None:
    assert texte_inerte(nom) == cellule
    found = cellule.removeprefix("'") if cellule.lstrip("'")[:1] in set("=+-@") else cellule
    assert found == nom


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    rejeu = replace(joue("État"), decisions=())
    with pytest.raises(EcritureError, match="n’a pas pu être écrit"):
        ecrire_rejeu(rejeu, tmp_path / "absent" / "D.csv")
