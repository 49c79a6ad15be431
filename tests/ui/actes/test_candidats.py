"""The candidates of an offer, through its dialog: added, ranked, mended, removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.candidat_saisi import PIECES
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Etape
from fluxdesk.services.tenir_candidats import inscrire_candidat
from fluxdesk.ui.models.candidats import COLONNE_COTATION, priorite_dite
from fluxdesk.ui.models.lignes import Role
from fluxdesk.ui.pages.vacances import VacancesPage
from tests.ui.actes.candidats import (
    PREMIER,
    SECOND,
    ajouter,
    dialogue_de,
    enregistres,
    fiche_de,
    touche,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.candidats import ActesCandidats
    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer, attendre: Attendre) -> VacancesPage:
    """The page, on a dwelling offered to a réservataire."""
    shown = montrer(VacancesPage(contexte))
    row = next(
        r
        for r in shown.liste.model.lignes
        if r.etape is Etape.PROPOSEE and r.destinataire != "Bailleur"
    )
    shown.montrer_objet(row.id)
    attendre(250)
    return shown


@pytest.fixture
def actes(page: VacancesPage, attendre: Attendre) -> ActesCandidats:
    page.suites.action_candidats.trigger()
    attendre()
    return page.suites.candidats


def test_une_offre_sans_candidat_dit_quoi_faire(actes: ActesCandidats) -> None:
    dialogue = dialogue_de(actes)
    assert dialogue.pile.currentWidget() is dialogue.vide
    assert "0\u00a0candidat inscrit" in dialogue.dit.text()
    assert "Droit imputé" in dialogue.dit.text()
    assert dialogue.nouveau.isEnabled()
    for button in (dialogue.changer, dialogue.oter, dialogue.monter, dialogue.descendre):
        assert not button.isEnabled()
    dialogue.changer.click()
    assert actes.fiche is None


def test_un_candidat_se_saisit_avec_le_strict_necessaire(
    actes: ActesCandidats, bureau: Bureau, attendre: Attendre
) -> None:
    dialogue_de(actes).nouveau.click()
    fiche = fiche_de(actes)
    lecture = dialogue_de(actes).lecture
    assert lecture is not None
    assert fiche.origine.currentData() == lecture.origine_usuelle
    assert not fiche.cotation.isVisibleTo(fiche)
    fiche.numero.setText("0690326 12345612345")
    fiche.nom.setText("  Awa   Diallo ")
    fiche.personnes.setValue(3)
    fiche.priorite.setCurrentIndex(fiche.priorite.findData("g bis"))
    fiche.quartile.setCurrentIndex(fiche.quartile.findData(1))
    fiche.dalo.setCurrentIndex(fiche.dalo.findText("oui"))
    fiche.mutation.setCurrentIndex(fiche.mutation.findText("non"))
    fiche.origine.setCurrentIndex(fiche.origine.findData("bailleur"))
    fiche.pieces[PIECES[1]].setChecked(True)
    assert not fiche.dossier.isEnabled()
    fiche.accept()
    attendre()
    (made,) = enregistres(bureau, actes)
    assert (made.numero_unique, made.nom, made.personnes) == (PREMIER, "Awa Diallo", 3)
    assert (made.priorite, made.quartile, made.dalo, made.mutation) == ("g bis", 1, True, False)
    assert (made.relogement, made.origine, made.cotation) == (None, "bailleur", None)
    assert (made.dossier_complet, made.pieces_manquantes) == (False, PIECES[1])
    dialogue = dialogue_de(actes)
    assert dialogue.pile.currentWidget() is dialogue.table
    shown = [
        dialogue.model.data(dialogue.model.index(0, column))
        for column in range(dialogue.model.columnCount())
    ]
    assert shown == [
        "1", PREMIER, "Awa Diallo", "3", "g bis", "1", "oui", "", "Bailleur", "incomplet",
        "proposé",
    ]  # fmt: skip
    said = dialogue.model.data(dialogue.model.index(0, 4), Role.ToolTipRole)
    assert said == priorite_dite("g bis")
    assert "dossiers à compléter" in dialogue.dit.text()


def test_les_erreurs_se_lisent_sous_leur_champ(actes: ActesCandidats, attendre: Attendre) -> None:
    ajouter(actes, PREMIER, "Diallo", attendre)
    dialogue_de(actes).nouveau.click()
    fiche = fiche_de(actes)
    fiche.numero.setText("12")
    fiche.accept()
    assert fiche.isVisible()
    assert "celui-ci en a 2" in fiche.erreur_numero.text()
    assert fiche.erreur_numero.property("role") == "erreur"
    fiche.numero.setText(PREMIER)
    fiche.accept()
    assert "déjà candidat" in fiche.erreur_numero.text()
    fiche.numero.setText("069992612345612345")
    fiche.accept()
    assert fiche.erreur_numero.property("role") == "doux"
    assert "plausibles" in fiche.erreur_numero.text()
    assert fiche.erreur_nom.text() == "Le nom du candidat manque."
    fiche.nom.setText("Ba")
    fiche.accept()
    attendre()
    assert not fiche.isVisible()


def test_les_rangs_changent_au_clavier(
    actes: ActesCandidats, bureau: Bureau, attendre: Attendre, qtbot: QtBot
) -> None:
    ajouter(actes, PREMIER, "Diallo", attendre)
    ajouter(actes, SECOND, "Martin", attendre)
    dialogue = dialogue_de(actes)
    dialogue.table.setFocus()
    dialogue.table.selectRow(1)
    assert not dialogue.descendre.isEnabled()
    touche(actes, qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    attendre()
    assert [c.nom for c in enregistres(bureau, actes)] == ["Martin", "Diallo"]
    assert dialogue.choisi() is not None
    assert dialogue.table.currentIndex().row() == 0  # the one that moved stays chosen
    touche(actes, qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    attendre()
    assert [(c.rang, c.nom) for c in enregistres(bureau, actes)] == [(1, "Diallo"), (2, "Martin")]


def test_un_candidat_se_corrige_puis_se_retire_avec_un_motif(
    actes: ActesCandidats, bureau: Bureau, attendre: Attendre, qtbot: QtBot
) -> None:
    ajouter(actes, PREMIER, "Diallo", attendre)
    dialogue = dialogue_de(actes)
    touche(actes, qtbot, Qt.Key.Key_F2)
    fiche = fiche_de(actes)
    assert fiche.nom.text() == "Diallo"
    fiche.pieces[PIECES[0]].setChecked(True)
    fiche.pieces[PIECES[0]].setChecked(False)
    fiche.dossier.setCurrentIndex(fiche.dossier.findText("complet"))
    fiche.accept()
    attendre()
    assert enregistres(bureau, actes)[0].dossier_complet is True
    assert "tous les dossiers complets" in dialogue.dit.text()
    touche(actes, qtbot, Qt.Key.Key_Delete)
    assert actes.motif is not None
    actes.motif._motif.setText("saisi deux fois")
    actes.motif.accept()
    attendre()
    assert not enregistres(bureau, actes)
    newest = bureau.base.lectures.journal()[0]
    assert "Diallo" not in newest.libelle
    assert newest.motif == "saisi deux fois"


def test_la_cotation_ne_se_montre_que_si_on_la_demande(
    page: VacancesPage, contexte: Contexte, bureau: Bureau, attendre: Attendre
) -> None:
    contexte.cotation = True
    page.suites.demander_candidats()
    attendre()
    actes = page.suites.candidats
    dialogue_de(actes).nouveau.click()
    fiche = fiche_de(actes)
    assert fiche.cotation.isVisibleTo(fiche)
    assert fiche.cotation.text() == "non renseigné"
    fiche.numero.setText(PREMIER)
    fiche.nom.setText("Diallo")
    fiche.cotation.setValue(42)
    fiche.accept()
    attendre()
    dialogue = dialogue_de(actes)
    assert not dialogue.table.isColumnHidden(COLONNE_COTATION)
    assert dialogue.model.data(dialogue.model.index(0, COLONNE_COTATION)) == "42"
    assert enregistres(bureau, actes)[0].cotation == 42


def test_un_revenu_par_uc_ne_dit_que_le_quartile_et_s_oublie(
    actes: ActesCandidats, bureau: Bureau, attendre: Attendre
) -> None:
    dialogue_de(actes).nouveau.click()
    fiche = fiche_de(actes)
    fiche.numero.setText(PREMIER)
    fiche.nom.setText("Diallo")
    fiche.ressources.setText("8 500,50")
    fiche.accept()
    attendre()
    said = dialogue_de(actes).bandeau.texte
    assert said.startswith("Candidat enregistré. À vérifier")
    assert "8 500" not in said
    (made,) = enregistres(bureau, actes)
    assert made.quartile is None  # no threshold is known in this base
    assert "8 500" not in str(made)


def test_une_offre_close_ne_recoit_plus_de_candidats(
    page: VacancesPage, bureau: Bureau, attendre: Attendre
) -> None:
    assert page.dossier is not None
    offre = page.dossier.offre
    assert offre is not None
    made = Candidat(orientation_id=offre.id, numero_unique=PREMIER, nom="Diallo")
    inscrire_candidat(made, uow=bureau.base.transaction(), horloge=bureau.horloge)
    with bureau.base.transaction() as uow:
        uow.orientations.enregistrer(replace(offre, issue=IssueOrientation.REFUSEE))
        uow.valider()
    page.suites.demander_candidats()
    attendre()
    dialogue = dialogue_de(page.suites.candidats)
    assert "Offre close" in dialogue.dit.text()
    assert not dialogue.nouveau.isEnabled()
    assert not dialogue.changer.isEnabled()
    assert dialogue.oter.isEnabled()
    dialogue.reject()
    attendre()
    assert page.suites.candidats.dialogue is None


def test_chaque_champ_a_un_nom_pour_un_lecteur_d_ecran(actes: ActesCandidats) -> None:
    dialogue_de(actes).nouveau.click()
    fiche = fiche_de(actes)
    for field in (fiche.numero, fiche.nom, fiche.personnes, fiche.priorite, fiche.origine):
        assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
