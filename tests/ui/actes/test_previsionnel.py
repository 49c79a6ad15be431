"""The tab of the forecast: added, typed in place, carried on, removed, brought by a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.vacance import CategorieSoustrait
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.prevision import PrevisionDialog
from fluxdesk.ui.models.soustraits import ECART, OPERATION, PREVU, signe
from fluxdesk.ui.pages.bilans_previsionnel import PrevisionnelOnglet

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer

Edit = Qt.ItemDataRole.EditRole


@pytest.fixture
def onglet(contexte: Contexte, montrer: Montrer) -> PrevisionnelOnglet:
    made = montrer(PrevisionnelOnglet(contexte))
    contexte.change.connect(made.perimer)
    return made


def ajouter(onglet: PrevisionnelOnglet, attendre: Attendre, nombre: int = 6) -> None:
    onglet.ajouter.click()
    dialog = onglet.dialogue
    assert isinstance(dialog, PrevisionDialog)
    dialog.categorie.setCurrentIndex(dialog.categorie.findData(CategorieSoustrait.VENTE))
    dialog.operation.setText("Cession îlot B")
    dialog.commune.setCurrentIndex(1)
    dialog.qpv.setCurrentIndex(2)
    dialog.typologie.setCurrentIndex(3)
    dialog.nombre.setValue(nombre)
    dialog.accept()
    attendre()


def texte(onglet: PrevisionnelOnglet, colonne: int, rang: int = -1) -> str:
    last = onglet.model.rowCount() - 1 if rang < 0 else rang
    return str(onglet.model.index(last, colonne).data())


def lignes(onglet: PrevisionnelOnglet) -> list[str]:
    return [x.operation for x in onglet.model.lignes if x.prevision]


def test_a_line_is_added_and_counts_in_the_totals(
    onglet: PrevisionnelOnglet, attendre: Attendre
) -> None:
    ajouter(onglet, attendre)
    line = next(x for x in onglet.model.lignes if x.prevision)
    assert (line.operation, line.qpv, line.typologie, line.prevu) == (
        "Cession îlot B", "hors QPV", "T3", 6,
    )  # fmt: skip
    assert line.commune
    sale = next(t for t in onglet.totaux.lignes if t.categorie is CategorieSoustrait.VENTE)
    assert sale.prevu == 6
    assert onglet.totaux.index(5, 0).data() == "Total"
    assert onglet.pile.currentIndex() == 0


def test_a_count_typed_in_place_is_recorded(onglet: PrevisionnelOnglet, attendre: Attendre) -> None:
    ajouter(onglet, attendre)
    row = next(n for n, x in enumerate(onglet.model.lignes) if x.prevision)
    place = onglet.model.index(row, PREVU)
    assert onglet.model.flags(place) & Qt.ItemFlag.ItemIsEditable
    assert place.data(Edit) == 6
    assert not onglet.model.setData(place, 6)
    assert onglet.model.setData(place, "9")
    attendre()
    assert texte(onglet, PREVU, row) == "9"
    assert texte(onglet, ECART, row) == "−9"
    assert onglet.model.setData(onglet.model.index(row, OPERATION), "Cession")
    attendre()
    assert lignes(onglet) == ["Cession"]
    assert not onglet.model.setData(place, "1", Qt.ItemDataRole.DisplayRole)


def test_a_line_is_changed_by_its_form_and_carried_to_the_next_year(
    onglet: PrevisionnelOnglet, attendre: Attendre
) -> None:
    ajouter(onglet, attendre)
    onglet.table.selectRow(next(n for n, x in enumerate(onglet.model.lignes) if x.prevision))
    onglet.modifier.click()
    dialog = onglet.dialogue
    assert isinstance(dialog, PrevisionDialog)
    assert dialog.faire.text() == "Enregistrer"
    dialog.observation.setText("délibération du 4 mars")
    dialog.accept()
    attendre()
    year = onglet.annees.currentData()
    assert onglet.reconduire.text() == f"Reconduire en {year + 1}"
    onglet.reconduire.click()
    attendre()
    assert f"reconduites en {year + 1}" in onglet.annonce.texte
    onglet.annees.setCurrentIndex(onglet.annees.findData(year + 1))
    onglet.annees.activated.emit(0)
    attendre()
    assert lignes(onglet) == ["Cession îlot B"]
    assert f"{year}\u00a0: 6, {year + 1}\u00a0: 6" in texte(onglet, 8)


def test_a_line_is_removed_with_a_reason(onglet: PrevisionnelOnglet, attendre: Attendre) -> None:
    onglet._demander_changement()
    onglet._demander_retrait()
    ajouter(onglet, attendre)
    onglet.table.selectRow(next(n for n, x in enumerate(onglet.model.lignes) if x.prevision))
    onglet.retirer.click()
    dialog = onglet.dialogue
    assert isinstance(dialog, MotifDialog)
    dialog._motif.setText("doublon")
    dialog.accept()
    attendre()
    assert lignes(onglet) == []


def test_a_table_is_brought(
    onglet: PrevisionnelOnglet,
    attendre: Attendre,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "p.csv"
    path.write_text("categorie;nombre\nvente;3\n", encoding="utf-8")
    chosen = [("", ""), (str(path), "")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen.pop(0))
    onglet.importer.click()
    onglet.importer.click()
    attendre()
    assert "1\u00a0prévision enregistrée" in onglet.annonce.texte
    assert lignes(onglet) == [""]


def test_what_nobody_foresaw_is_told_and_not_typed(
    onglet: PrevisionnelOnglet,
) -> None:
    line = next(n for n, x in enumerate(onglet.model.lignes) if x.prevision is None)
    assert texte(onglet, PREVU, line) == "non prévu"
    place = onglet.model.index(line, PREVU)
    assert not onglet.model.flags(place) & Qt.ItemFlag.ItemIsEditable
    assert not onglet.model.setData(place, "4")
    assert (signe(3), signe(0), signe(-2)) == ("+3", "0", "−2")


def test_a_year_without_anything_says_what_the_tab_is_for(
    contexte_vide: Contexte, montrer: Montrer
) -> None:
    empty = montrer(PrevisionnelOnglet(contexte_vide))
    assert empty.pile.currentIndex() == 1
    assert not empty.modifier.isEnabled()
    assert not empty.reconduire.isEnabled()
