"""The tab of fairness: both tables, its rule typed in a grid, its table handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.equite import EtatEquite, PartEquite
from fluxdesk.domain.regle_equite import PlafondLoyer, RegleEquite
from fluxdesk.domain.residence import Residence
from fluxdesk.services.tenir_residences import enregistrer_residence
from fluxdesk.ui.dialogs.equite import RegleEquiteDialog
from fluxdesk.ui.exportation import TEXTE
from fluxdesk.ui.models.equite import BARRE, ECART, ETAT, PartsModel
from fluxdesk.ui.models.flux import BarreFlux
from fluxdesk.ui.models.lignes import ROLE_VALEUR
from fluxdesk.ui.models.plafonds import PlafondsModel
from fluxdesk.ui.pages.bilans_equite import EquiteOnglet

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer

Role = Qt.ItemDataRole


@pytest.fixture
def onglet(contexte: Contexte, montrer: Montrer) -> EquiteOnglet:
    made = montrer(EquiteOnglet(contexte))
    contexte.change.connect(made.perimer)
    return made


def test_each_party_has_its_part_of_cheap_dwellings_beside_the_flux(onglet: EquiteOnglet) -> None:
    rows = onglet.parts.lignes
    assert sum(row.recus for row in rows) == rows[0].tous > 0
    bar = onglet.parts.index(0, BARRE).data(ROLE_VALEUR)
    assert isinstance(bar, BarreFlux)
    assert bar.du == rows[0].part_flux
    told = onglet.parts.index(0, ECART).data(Role.ToolTipRole)
    assert "du flux (bande de 5\u00a0% de part et d’autre)" in told
    assert onglet.parts.index(0, ETAT).data() in {state.value for state in EtatEquite}
    assert "usage, à convenir" in onglet.regle_dite.text()
    assert onglet.classes.lignes[-1].mix.nom == "Patrimoine"
    assert onglet.classes.index(onglet.classes.rowCount() - 1, 1).data(Role.ToolTipRole) is None
    assert "résidence" in onglet.classes.index(0, 1).data(Role.ToolTipRole)


def test_a_share_out_of_the_band_is_tinted_and_nothing_cheap_is_a_dash(
    onglet: EquiteOnglet,
) -> None:
    assert onglet._lu is not None
    model = PartsModel()
    over = PartEquite(cle="1", nom="État", recus=1, bas=1, inconnus=0, tous=4, tous_bas=1)
    none = PartEquite(cle="2", nom="Ville", recus=1, bas=0, inconnus=0, tous=4, tous_bas=0)
    model.montrer((over, none))
    assert isinstance(model.index(0, ETAT).data(Role.ForegroundRole), QColor)
    assert model.index(0, ECART).data() == "+75,0\u00a0pt"
    assert model.index(1, ECART).data() == "–"
    assert model.index(1, ETAT).data(Role.ForegroundRole) is None


def test_a_class_is_counted_with_its_share(
    contexte: Contexte, onglet: EquiteOnglet, attendre: Attendre
) -> None:
    base = contexte.bureau.base
    for row in base.lectures.programmes():
        one = row.programme
        enregistrer_residence(
            Residence(nom=one.nom, commune=one.commune, attractivite=3), uow=base.transaction()
        )
    onglet.recharger()
    attendre()
    stock = onglet.classes.lignes[-1]
    assert stock.mix.comptes[:2] == (0, 0)
    cell = onglet.classes.index(onglet.classes.rowCount() - 1, 3)
    assert "(100,0\u00a0%)" in cell.data()


def test_another_year_is_read(onglet: EquiteOnglet, attendre: Attendre) -> None:
    last = onglet.annees.count() - 1
    onglet.annees.setCurrentIndex(last)
    onglet.annees.activated.emit(last)
    attendre()
    assert onglet._lu is not None
    assert onglet._lu.annee == int(onglet.annees.itemData(last))


def test_the_rule_is_typed_and_recorded(onglet: EquiteOnglet, attendre: Attendre) -> None:
    onglet.regler.click()
    dialog = onglet.dialogue
    assert dialog is not None
    dialog.bande.setValue(8)
    dialog.source.setText("comité de suivi")
    model = dialog.plafonds
    assert model.setData(model.index(2, 0), "cher")
    assert not dialog.faire.isEnabled()
    assert "n’est pas un plafond" in dialog.aide.text()
    model.setData(model.index(2, 0), "380,50")
    assert dialog.faire.isEnabled()
    dialog.accept()
    attendre()
    assert onglet._lu is not None
    rule = onglet._lu.regle
    assert (rule.tolerance, rule.source) == (800, "comité de suivi")
    assert rule.plafonds == (PlafondLoyer(typologie="T3", centimes=38_050),)
    assert "T3 380,50" in onglet.regle_dite.text()


def test_the_ceilings_are_a_grid_of_types_and_zones(qtbot: QtBot) -> None:
    known = PlafondLoyer(typologie="T1", centimes=30_000, zone="1bis")
    dialog = RegleEquiteDialog(RegleEquite(id=4, plafonds=(known,)))
    qtbot.addWidget(dialog)
    assert dialog.saisie() == RegleEquite(id=4, plafonds=(known,))
    model = PlafondsModel((known,))
    cell = model.index(0, 1)
    assert cell.data() == "300"
    assert cell.data(Role.AccessibleTextRole) == "T1, Zone 1 bis\u00a0: 300"
    assert model.index(0, 0).data(Role.AccessibleTextRole) == "T1, Toutes zones\u00a0: aucun"
    assert cell.data(Role.ToolTipRole) is None
    assert not model.setData(cell, "1", Role.DisplayRole)
    assert model.flags(cell) & Qt.ItemFlag.ItemIsEditable
    assert model.headerData(0, Qt.Orientation.Vertical) == "T1"
    assert model.headerData(0, Qt.Orientation.Horizontal, Role.ToolTipRole) is None
    assert model.rowCount(cell) == model.columnCount(cell) == 0
    assert model.rowCount(QModelIndex()) == 6


@pytest.mark.parametrize(
    ("nom", "ecrit"), [("e.csv", "e.csv"), ("e", "e.csv"), ("e.xlsx", "e.xlsx"), ("", "")]
)
def test_the_table_is_written_where_it_is_said(
    onglet: EquiteOnglet,
    attendre: Attendre,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    nom: str,
    ecrit: str,
) -> None:
    said: list[str] = []
    onglet.contexte.avis.connect(said.append)
    chosen = str(tmp_path / "dossier" / nom) if nom else ""
    (tmp_path / "dossier").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, TEXTE))
    onglet.exporter.click()
    attendre()
    assert [p.name for p in (tmp_path / "dossier").iterdir()] == ([ecrit] if ecrit else [])
    assert bool(said) == bool(ecrit)


def test_nothing_is_asked_before_the_year_is_read(contexte: Contexte, qtbot: QtBot) -> None:
    made = EquiteOnglet(contexte)
    qtbot.addWidget(made)
    assert not made.regler.isEnabled()
    made._demander()
    made._exporter()
    made._noter()
    assert made.dialogue is None
