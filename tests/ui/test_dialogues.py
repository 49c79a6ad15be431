"""The dialogs ask, say what is wrong, and write nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLineEdit, QPushButton

from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.ui.dialogs.identite import IdentiteDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.nouvelle_base import NouvelleBaseDialog
from fluxdesk.ui.widgets.formulaire_bailleur import siret_valide
from tests.ui.gestes import trouver

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


OK = QDialogButtonBox.StandardButton.Ok
ENTIER = Bailleur(
    raison_sociale="OPH de l’Exemple",
    siret="73282932000074",
    adresse=("1 rue Haute", "20000 Ajaccio"),
    ville="Ajaccio",
    service="Attributions",
    telephone="04 95 00 00 00",
    courriel="oph@exemple.fr",
    signataire="Anna Rossi",
    qualite_signataire="Directrice",
)


def bouton_ok(dialog: QDialog) -> QPushButton:
    return dialog.findChildren(QDialogButtonBox)[0].button(OK)  # a file dialog has one too


def image(folder: Path) -> Path:
    picture = QPixmap(60, 40)
    picture.fill(Qt.GlobalColor.blue)
    path = folder / "logo.png"
    picture.save(str(path))
    return path


@pytest.mark.parametrize(
    ("siret", "valid"),
    [
        ("73282932000074", True),
        ("73282932000075", False),
        ("7328293200007", False),
        ("7328293200007A", False),
    ],
)
def test_a_siret_is_checked_by_its_key(siret: str, *, valid: bool) -> None:
    assert siret_valide(siret) is valid


class TestIdentite:
    """The identity that letters print."""

    def test_what_is_shown_comes_back_unchanged(self, qtbot: QtBot) -> None:
        dialog = IdentiteDialog(ENTIER)
        qtbot.addWidget(dialog)

        assert dialog.bailleur() == ENTIER
        assert bouton_ok(dialog).isEnabled()

    def test_a_landlord_needs_a_name_and_a_siret_that_holds(self, qtbot: QtBot) -> None:
        dialog = IdentiteDialog(ENTIER)
        qtbot.addWidget(dialog)
        form = dialog.formulaire.ui

        form.siret.setText("732 829 320 00075")
        assert not bouton_ok(dialog).isEnabled()
        form.siret.setText("732 829 320 00074")
        assert bouton_ok(dialog).isEnabled()
        assert dialog.bailleur().siret == "73282932000074"
        form.raison_sociale.clear()

        assert not bouton_ok(dialog).isEnabled()
        assert dialog.formulaire.defaut() == "Indiquez la raison sociale."

    def test_a_logo_is_taken_shown_and_dropped(self, qtbot: QtBot, tmp_path: Path) -> None:
        dialog = IdentiteDialog(ENTIER)
        qtbot.addWidget(dialog)
        form = dialog.formulaire
        path = image(tmp_path)

        form.ui.choisir_logo.click()
        chooser = trouver(form, QFileDialog)
        chooser.fileSelected.emit(str(path))
        chooser.reject()
        assert dialog.bailleur() == replace(ENTIER, logo=path.read_bytes())
        form.ui.retirer_logo.click()

        assert dialog.bailleur().logo is None
        assert form.ui.apercu_logo.text() == "Aucun logo"

    def test_a_file_that_is_no_picture_is_refused(self, qtbot: QtBot, tmp_path: Path) -> None:
        dialog = IdentiteDialog(ENTIER)
        qtbot.addWidget(dialog)
        path = tmp_path / "logo.png"
        path.write_text("pas une image")

        dialog.formulaire.charger_logo(path)

        assert dialog.bailleur().logo is None
        assert "n’est pas une image" in dialog.formulaire.ui.apercu_logo.text()


class TestNouvelleBase:
    """Who, and where."""

    def test_the_file_follows_the_name_until_it_is_chosen(
        self, qtbot: QtBot, tmp_path: Path
    ) -> None:
        dialog = NouvelleBaseDialog(tmp_path)
        qtbot.addWidget(dialog)
        assert not bouton_ok(dialog).isEnabled()

        dialog.formulaire.ui.raison_sociale.setText("OPH de l’Île / Sud")
        assert dialog.chemin() == tmp_path / "OPH de l’Île  Sud.fluxdesk"
        chosen = tmp_path / "ailleurs"
        for button in dialog.findChildren(QPushButton):
            if button.accessibleName() == "Choisir le fichier de la base":
                button.click()
        chooser = trouver(dialog, QFileDialog)
        chooser.fileSelected.emit(str(chosen))
        chooser.reject()
        dialog.formulaire.ui.raison_sociale.setText("OPH du Nord")

        assert dialog.chemin() == tmp_path / "ailleurs.fluxdesk"
        assert dialog.bailleur().raison_sociale == "OPH du Nord"
        assert bouton_ok(dialog).isEnabled()

    @pytest.mark.parametrize(
        ("path", "words"),
        [
            ("relatif", "avec le dossier entier"),
            ("{dossier}/la.fluxdesk", "existe déjà"),
            ("{dossier}/perdu/neuve", "n’existe pas"),
        ],
    )
    def test_a_place_where_no_base_can_go_is_named(
        self, path: str, words: str, qtbot: QtBot, tmp_path: Path
    ) -> None:
        (tmp_path / "la.fluxdesk").touch()
        dialog = NouvelleBaseDialog(tmp_path)
        qtbot.addWidget(dialog)
        dialog.formulaire.ui.raison_sociale.setText("OPH")
        field = next(
            f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == "Fichier de la base"
        )

        field.clear()
        qtbot.keyClicks(field, path.format(dossier=tmp_path))

        assert words in dialog.defaut
        assert not bouton_ok(dialog).isEnabled()


def test_an_act_is_not_reverted_without_a_reason(qtbot: QtBot) -> None:
    dialog = MotifDialog("Annuler", "Annuler cette offre.", "Annuler cette action")
    qtbot.addWidget(dialog)
    act = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Annuler cette action")
    field = trouver(dialog, QLineEdit)
    dialog.open()

    assert not act.isEnabled()
    qtbot.keyClicks(field, "   ")
    assert not act.isEnabled()
    qtbot.keyClicks(field, "doublon ")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.motif() == "doublon"
