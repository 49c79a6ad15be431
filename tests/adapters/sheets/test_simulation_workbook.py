"""The workbook of a simulation: its five sheets say what was found, and nothing in it is run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest

from fluxdesk.adapters.disk.sortie import EcritureError
from fluxdesk.adapters.sheets.simulation_workbook import FEUILLES, ecrire_simulation
from fluxdesk.services.ports import sans_progres
from fluxdesk.services.simuler_annee import simuler_annee
from fluxdesk.services.simuler_hypothese import supposer_taux
from tests.services.simulations import annee

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook

    from fluxdesk.services.simuler_annee import Simulation

PREMIERE = 7


@pytest.fixture(scope="module")
def simulation() -> Simulation:
    source = annee()
    return simuler_annee(source, supposer_taux(source.hypothese, "AL", 3000), progress=sans_progres)


@pytest.fixture
def classeur(simulation: Simulation, tmp_path: Path) -> Workbook:
    ecrire_simulation(simulation, tmp_path / "s.xlsx")
    return openpyxl.load_workbook(tmp_path / "s.xlsx")


def rangees(classeur: Workbook, nom: str) -> list[tuple[object, ...]]:
    return list(classeur[nom].iter_rows(min_row=PREMIERE, values_only=True))


def test_the_sheets_stand_in_order_and_no_cell_is_a_formula(classeur: Workbook) -> None:
    assert classeur.sheetnames == list(FEUILLES)
    cells = [cell for page in classeur for row in page.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    addresses = [row[1] for row in rangees(classeur, "Courbes")]
    assert "=1+1, rue des Oliviers" in addresses


def test_the_hypothesis_shows_both_rates(classeur: Workbook) -> None:
    rows = {str(row[0]).strip(): row for row in rangees(classeur, "Hypothèses")}
    assert rows["Nom AL"][1:3] == (0.2, 0.3)
    assert "49" not in str(classeur["Hypothèses"]["A3"].value)
    assert "Tolérance" in str(classeur["Hypothèses"]["A3"].value)


def test_a_party_without_a_rate_is_said_to_have_none(
    simulation: Simulation, tmp_path: Path
) -> None:
    first, *others = simulation.hypothese
    without = replace(simulation, hypothese=(replace(first, signe=None), *others))
    ecrire_simulation(without, tmp_path / "s.xlsx")
    assert rangees(openpyxl.load_workbook(tmp_path / "s.xlsx"), "Hypothèses")[0][1] == "aucun"


def test_the_accounts_and_the_curves_end_alike(classeur: Workbook, simulation: Simulation) -> None:
    accounts = rangees(classeur, "Comptes")
    last = rangees(classeur, "Courbes")[-1]
    assert [row[3] for row in accounts] == pytest.approx(list(last[2::2]))
    assert [row[7] for row in accounts] == pytest.approx(list(last[3::2]))
    assert len(rangees(classeur, "Courbes")) == len(simulation.jours)
    assert all(row[9] == row[6] - row[2] for row in accounts)  # type: ignore[operator] # counts


def test_the_mix_and_the_moves_are_whole(classeur: Workbook, simulation: Simulation) -> None:
    assert len(rangees(classeur, "Mixité")) == len(simulation.mixite)
    assert [row[4] for row in rangees(classeur, "Écarts")] == [
        d.simule for d in simulation.deplaces
    ]
    assert classeur["Écarts"]["C6"].value == "Ce qui a été fait"


def test_files_are_compared_with_what_was_signed(simulation: Simulation, tmp_path: Path) -> None:
    files = replace(
        simulation, source=replace(simulation.source, reelle=False, titre="C&F"), deplaces=()
    )
    ecrire_simulation(files, tmp_path / "s.xlsx")
    book = openpyxl.load_workbook(tmp_path / "s.xlsx")
    assert book["Écarts"]["C6"].value == "Sous les conventions signées"
    assert rangees(book, "Écarts") == []


def test_the_same_simulation_gives_the_same_bytes(simulation: Simulation, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        ecrire_simulation(simulation, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with pytest.raises(EcritureError):
        ecrire_simulation(simulation, tmp_path / "nowhere" / "s.xlsx")
