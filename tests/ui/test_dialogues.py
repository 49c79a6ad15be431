"""The dialogs ask, say what is wrong, and write nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLineEdit, QPushButton

from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.domain.rapport import RapportImport
from fluxdesk.ui.dialogs.identite import IdentiteDialog
from fluxdesk.ui.dialogs.import_patrimoine import ImportPatrimoineDialog, bilan_import
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.nouvelle_base import NouvelleBaseDialog
from fluxdesk.ui.widgets.formulaire_bailleur import siret_valide
from tests.ui.faux import MAYOTTE
from tests.ui.gestes import PATIENCE, trouver

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte

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


class TestImport:
    """A dry run first; then, if the officer agrees, the import."""

    def test_the_report_comes_before_anything_is_written(
        self, contexte_vide: Contexte, qtbot: QtBot
    ) -> None:
        base = contexte_vide.bureau.base
        dialog = ImportPatrimoineDialog(contexte_vide, MAYOTTE)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.essayer()
        assert not bouton_ok(dialog).isEnabled()
        qtbot.waitUntil(lambda: bouton_ok(dialog).isEnabled(), timeout=PATIENCE)

        assert base.lectures.etat().logements == 0
        assert bouton_ok(dialog).text().startswith("Importer ")
        assert "lignes lues" in dialog.ui.resume.text()
        assert "Rien n’est encore enregistré" in dialog.ui.consigne.text()

        with qtbot.waitSignal(contexte_vide.change, timeout=PATIENCE):
            bouton_ok(dialog).click()

        written = base.lectures.etat().logements
        assert written > 0
        assert dialog.ui.consigne.text().startswith("Import n°\u00a01 enregistré")
        bouton_ok(dialog).click()
        assert dialog.result() == QDialog.DialogCode.Accepted

    def test_the_same_file_twice_changes_nothing(self, contexte: Contexte, qtbot: QtBot) -> None:
        dialog = ImportPatrimoineDialog(contexte, MAYOTTE)
        qtbot.addWidget(dialog)

        with qtbot.waitSignal(contexte.change, timeout=PATIENCE):
            dialog.essayer()

        assert bouton_ok(dialog).text() == "Rien à importer"
        assert not bouton_ok(dialog).isEnabled()
        assert "Absents de ce fichier" in dialog.ui.resume.text()

    def test_a_file_that_is_not_rpls_is_named_and_nothing_is_done(
        self, contexte_vide: Contexte, qtbot: QtBot, tmp_path: Path
    ) -> None:
        path = tmp_path / "recettes.csv"
        path.write_text("farine;sucre\n1;2\n", encoding="utf-8")
        dialog = ImportPatrimoineDialog(contexte_vide, path)
        qtbot.addWidget(dialog)

        with qtbot.waitSignal(contexte_vide.erreur, timeout=PATIENCE):
            dialog.essayer()

        assert "recettes.csv" in dialog.ui.resume.text()
        assert dialog.ui.consigne.text() == "Rien n’a été enregistré."
        assert not bouton_ok(dialog).isEnabled()

    def test_backing_out_cancels_the_work(self, contexte_vide: Contexte, qtbot: QtBot) -> None:
        dialog = ImportPatrimoineDialog(contexte_vide, MAYOTTE)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.essayer()

        with qtbot.waitSignal(contexte_vide.avis, timeout=PATIENCE) as told:
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)

        assert "annulé" in told.args[0]
        assert not dialog.isVisible()
        assert contexte_vide.bureau.base.lectures.etat().logements == 0


def rapport(lues: int, creees: int, modifiees: int, refusees: int, absents: int) -> RapportImport:
    return RapportImport(
        fichier="r.csv",
        format="RPLS",
        encodage="utf-8",
        essai=True,
        lues=lues,
        creees=creees,
        modifiees=modifiees,
        inchangees=lues - creees - modifiees - refusees,
        refusees=refusees,
        absents=absents,
    )


def test_a_report_of_one_line_is_said_in_the_singular() -> None:
    assert bilan_import(rapport(1, 1, 0, 0, 0)) == (
        "1\u00a0ligne lue\u00a0: 1\u00a0nouveau, 0\u00a0modifié, 0\u00a0inchangé, 0\u00a0refusé."
    )


def test_a_report_says_every_count_and_what_is_missing() -> None:
    assert bilan_import(rapport(1500, 1200, 200, 2, 3)) == (
        "1\u202f500\u00a0lignes lues\u00a0: 1\u202f200\u00a0nouveaux, 200\u00a0modifiés, "
        "98\u00a0inchangés, 2\u00a0refusés. Absents de ce fichier et gardés tels quels\u00a0: "
        "3\u00a0logements."
    )
