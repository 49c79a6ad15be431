"""The assistant, step by step, on a workbook that an ERP made for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from fluxdesk.domain.profil import Genre
from fluxdesk.services.etudier_fichier import choisir_champ
from fluxdesk.ui.dialogs.assistant_import import (
    COLONNES,
    IMPORTER,
    VALEURS,
)
from fluxdesk.ui.models import assistant_colonnes as colonnes
from fluxdesk.ui.models import assistant_valeurs as valeurs
from tests.journeys.classeur_erp import LIGNES
from tests.ui.assistant.officier import ecrire_conventions
from tests.ui.gestes import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.assistant.officier import Essayeur

Role = Qt.ItemDataRole


class TestFichier:
    """What the file is, and where its table lies."""

    def test_the_header_of_two_rows_is_found_and_what_is_no_data_is_said(
        self, agent: Essayeur
    ) -> None:
        step = agent.fichier
        assert agent.dialog.conduite.genre is Genre.PATRIMOINE
        assert (step.ligne.value(), step.hauteur.value()) == (4, 2)
        assert "2\u00a0feuilles, dont 1\u00a0masquée" in step.compris.text()
        assert step.feuille.itemText(1) == "Paramètres (masquée)"
        assert f"{LIGNES}\u00a0lignes de données" in step.comptes.text()
        assert "3\u00a0sous-totaux" in step.comptes.text()
        assert [step.model.role_de(row) for row in (0, 3, 4, 5, 13)] == [
            "avant le tableau", "en-tête", "en-tête", "", "sous-total",
        ]  # fmt: skip
        titles = step.model.index(3, 2)
        assert titles.data(Role.BackgroundRole) is not None
        assert titles.data(Role.FontRole).bold()
        assert step.model.index(13, 2).data(Role.ForegroundRole) is not None
        assert step.model.headerData(2, Qt.Orientation.Horizontal) == "A"
        assert step.model.headerData(2, Qt.Orientation.Vertical) is None

    def test_the_header_moves_by_the_box_and_by_the_row(self, agent: Essayeur) -> None:
        step = agent.fichier
        step.hauteur.setValue(1)
        agent.calmer()
        assert step.model.role_de(4) != "en-tête"
        step.table.clicked.emit(step.model.index(4, 2))
        agent.calmer()
        assert step.ligne.value() == 5
        assert f"{LIGNES}\u00a0lignes" in step.comptes.text()
        step.ligne.setValue(0)
        agent.calmer()
        assert not step.hauteur.isEnabled()
        step.ligne.setValue(step.ligne.maximum())
        agent.calmer()
        assert not step.pret
        assert "Aucune ligne de données" in step.constat.mots.text()
        assert not agent.dialog.suivant.isEnabled()

    def test_kind_and_sheet_are_changed(self, agent: Essayeur) -> None:
        step = agent.fichier
        step.genre.setCurrentIndex(step.genre.findData(Genre.VACANCES))
        step.genre.activated.emit(step.genre.currentIndex())
        agent.calmer()
        assert agent.dialog.conduite.genre is Genre.VACANCES
        step.feuille.setCurrentIndex(1)
        step.feuille.activated.emit(1)
        agent.calmer()
        assert agent.dialog.conduite.etude is not None
        assert agent.dialog.conduite.etude.feuille.nom == "Paramètres"


class TestColonnes:
    """Which column fills which field."""

    def test_a_mandatory_field_without_a_column_is_said_and_stops(self, agent: Essayeur) -> None:
        agent.suivant(COLONNES)
        step = agent.colonnes
        assert step.pret
        place = next(n for n, a in enumerate(step.model.lignes) if a.champ == "DEPCOM")
        index = step.model.index(place, colonnes.CHAMP)
        assert step.model.setData(index, "")
        assert not step.model.setData(index, "")
        assert "Code de la commune" in step.constat.mots.text()
        assert not agent.dialog.suivant.isEnabled()
        assert step.model.setData(index, "DEPCOM")
        assert agent.dialog.suivant.isEnabled()
        assert index.data(Role.EditRole) == "DEPCOM"

    def test_the_list_is_searched_by_typing(self, agent: Essayeur, qtbot: QtBot) -> None:
        agent.suivant(COLONNES)
        step = agent.colonnes
        index = step.model.index(10, colonnes.CHAMP)
        assert index.data() == colonnes.LAISSEE
        step.table.clicked.emit(index)
        editor = step.table.findChild(QComboBox)
        assert editor is not None
        editor.setEditText("lieu-dit")
        editor.activated.emit(0)
        qtbot.waitUntil(lambda: index.data() == "Lieu-dit", timeout=PATIENCE)
        assert colonnes.pastille(step.model.lignes[10]).mot == "sûr"

    def test_how_sure_a_match_is_is_said_in_words(self, agent: Essayeur) -> None:
        agent.suivant(COLONNES)
        study = agent.dialog.conduite.etude
        assert study is not None
        words = {colonnes.pastille(pair).mot for pair in study.appariements}
        assert words == {"sûr", "non importée"}
        assert agent.colonnes.model.index(0, colonnes.CONFIANCE).data(Role.ToolTipRole)
        assert choisir_champ(study, 99, "DEPCOM").manquants


class TestValeurs:
    """Nothing unsure is applied silently."""

    def test_only_what_waits_is_shown_and_a_box_confirms_it(self, agent: Essayeur) -> None:
        agent.aller(VALEURS)
        step = agent.valeurs
        assert [row.lue.lue for row in step.model.lignes] == ["PLA social"]
        assert "1\u00a0valeur attend votre accord" in step.constat.mots.text()
        box = step.model.index(0, valeurs.CONFIRMEE)
        assert box.data(Role.CheckStateRole) is Qt.CheckState.Unchecked
        assert step.model.setData(box, Qt.CheckState.Checked.value, Role.CheckStateRole)
        assert "Toutes les valeurs" in step.constat.mots.text()
        assert step.model.setData(
            step.model.index(0, valeurs.CONFIRMEE), Qt.CheckState.Unchecked.value,
            Role.CheckStateRole,
        )  # fmt: skip
        assert agent.dialog.conduite.incertaines

    def test_all_that_is_shown_is_confirmed_at_once(self, agent: Essayeur) -> None:
        agent.aller(VALEURS)
        agent.valeurs.confirmer.click()
        assert not agent.dialog.conduite.incertaines
        assert not agent.valeurs.confirmer.isEnabled()

    def test_a_value_is_chosen_left_or_emptied(self, agent: Essayeur) -> None:
        agent.aller(VALEURS)
        model = agent.valeurs.model
        kept = model.index(0, valeurs.RETENUE)
        labels = dict(model.options(kept))
        assert labels[valeurs.VIDE] == ""
        assert model.setData(kept, "13")
        assert model.index(0, valeurs.RETENUE).data().startswith("PLUS")
        assert model.setData(kept, valeurs.TELLE_QUELLE)
        assert model.index(0, valeurs.RETENUE).data() == valeurs.TELLE_QUELLE
        assert model.setData(kept, "")
        assert model.index(0, valeurs.RETENUE).data() == valeurs.VIDE
        assert valeurs.pastille(model.lignes[0]).mot == "choisie par vous"

    def test_sure_values_are_shown_on_demand_field_by_field(self, agent: Essayeur) -> None:
        agent.aller(VALEURS)
        step = agent.valeurs
        step.sures.setChecked(True)
        every = step.model.rowCount()
        step.champ.setCurrentIndex(step.champ.findText("Nombre de pièces"))
        step.champ.activated.emit(step.champ.currentIndex())
        assert 0 < step.model.rowCount() < every
        assert step.model.index(0, valeurs.CONFIANCE).data() == "sûre"


class TestConventions:
    """Unknown names are made, and the whole can be undone."""

    def test_new_names_are_said_to_be_made_and_the_import_is_undone(
        self, ouvrir: Callable[..., Essayeur], tmp_path: Path
    ) -> None:
        agent = ouvrir(ecrire_conventions(tmp_path / "droits.csv"), Genre.CONVENTIONS)
        agent.aller(VALEURS)
        said = agent.valeurs.constat.mots.text()
        assert "2\u00a0noms ne sont ceux d’aucun réservataire de la base" in said
        assert "1\u00a0valeur attend votre accord (1\u00a0ligne)" in said
        conduct = agent.dialog.conduite
        (word,) = (one for one in conduct.incertaines if one.champ == "categorie")
        conduct.choisir(word.champ, word.lue, "autre")
        agent.valeurs.montrer()
        assert "refusées" not in agent.valeurs.constat.mots.text()
        agent.aller(IMPORTER)
        agent.suivant(IMPORTER)
        done = conduct.fait
        assert done is not None
        assert agent.importer.annuler.isVisible()
        with agent.contexte.bureau.base.transaction() as uow:
            assert uow.lots.lire(done.lot) == done
            assert len(uow.conventions.toutes()) == 2
        agent.importer.annuler.click()
        agent.calmer()
        assert "annulé" in agent.importer.constat.mots.text()
        with agent.contexte.bureau.base.transaction() as uow:
            assert not uow.conventions.toutes()
            assert not uow.reservataires.tous()
