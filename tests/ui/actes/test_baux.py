"""Leases through the window: listed, filtered, examined, the rule changed, handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from fluxdesk.domain.examen_occupation import AvisOccupation, EtatBail
from fluxdesk.domain.profil import Genre
from fluxdesk.services.rows import ActionAFaire
from fluxdesk.ui.baux import ActesBaux
from fluxdesk.ui.dates import en_qt
from fluxdesk.ui.models.logements_fiche import champs_logement
from fluxdesk.ui.pages.aujourdhui import AujourdhuiPage
from fluxdesk.ui.pages.patrimoine_actes import consulter

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.dialogs.baux import BauxDialog
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def fenetre(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actes(contexte: Contexte, fenetre: QWidget, attendre: Attendre) -> ActesBaux:
    made = ActesBaux(contexte, fenetre)
    made.demander()
    attendre()
    return made


def ouvert(actes: ActesBaux) -> BauxDialog:
    assert actes.dialogue is not None
    assert actes.dialogue.lecture is not None
    return actes.dialogue


def filtrer(dialogue: BauxDialog, etat: EtatBail | None, attendre: Attendre) -> None:
    dialogue.etat.setCurrentIndex(dialogue.etat.findData(etat) if etat else 0)
    dialogue.relire()
    attendre()


def test_les_baux_a_examiner_se_montrent_d_abord_et_se_filtrent(
    actes: ActesBaux, attendre: Attendre
) -> None:
    dialogue = ouvert(actes)
    waiting = dialogue.model.lignes
    assert waiting
    assert {line.prochain.etat for line in waiting} == {EtatBail.A_EXAMINER}
    assert dialogue.etat.currentText() == f"À examiner ({len(waiting)})"
    assert "L442-5-2, à vérifier" in dialogue.dit.text()
    assert not dialogue.examiner.isEnabled()
    filtrer(dialogue, None, attendre)
    assert {line.prochain.etat for line in dialogue.model.lignes} == {*EtatBail}
    index = dialogue.model.index(0, 6)
    assert "examen 3 ans après" in dialogue.model.data(index, 3).replace("\u00a0", " ")
    dialogue.recherche.setText("nulle part")
    attendre(250)
    assert dialogue.total.text() == "Aucun logement ne correspond"
    assert not dialogue.exporter.isEnabled()


def test_une_seance_en_examine_plusieurs_et_la_liste_le_montre(
    actes: ActesBaux, bureau: Bureau, attendre: Attendre
) -> None:
    dialogue = ouvert(actes)
    before = len(dialogue.model.lignes)
    chosen = [line.row.id for line in dialogue.model.lignes[:2]]
    dialogue.table.selectAll()
    assert dialogue.total.text().endswith(f"{before}\u00a0choisis")
    dialogue.table.selectRow(0)
    assert dialogue.consulter.isEnabled()
    dialogue.noter.emit(chosen)
    assert actes.examen is not None
    actes.examen.avis.setCurrentIndex(actes.examen.avis.findData(AvisOccupation.SOUS_OCCUPATION))
    actes.examen.note.setText("T2 proposé dans la résidence")
    actes.examen.accept()
    attendre()
    assert len(dialogue.model.lignes) == before - 2
    with bureau.base.transaction() as uow:
        (made,) = uow.examens.du_logement(chosen[0])
    fiche = champs_logement(consulter(bureau, chosen[0]))
    said = next(champ.valeur for champ in fiche if champ.titre == "Examens")
    assert said.endswith("sous-occupation\u00a0; T2 proposé dans la résidence")
    assert (made.avis, made.note) == (
        AvisOccupation.SOUS_OCCUPATION,
        "T2 proposé dans la résidence",
    )


def test_un_refus_se_dit_dans_la_fenetre_des_baux(actes: ActesBaux, attendre: Attendre) -> None:
    dialogue = ouvert(actes)
    dialogue.table.selectRow(0)
    dialogue.examiner.click()
    assert actes.examen is not None
    actes.examen.jour.setMinimumDate(en_qt(dialogue.lecture.jour.replace(year=1900)))  # type: ignore[union-attr] # it was read
    actes.examen.jour.setDate(en_qt(dialogue.lecture.jour.replace(year=1950)))  # type: ignore[union-attr] # it was read
    actes.examen.accept()
    attendre()
    assert "commence après cette date" in dialogue.bandeau.texte


def test_la_regle_se_change_avec_sa_source(actes: ActesBaux, attendre: Attendre) -> None:
    dialogue = ouvert(actes)
    dialogue.regle.click()
    assert actes.regle is not None
    actes.regle.source.clear()
    assert not actes.regle.faire.isEnabled()
    actes.regle.source.setText("Conseil d’administration du 3 mars")
    for zone in ("Abis", "A", "B1"):
        actes.regle.zones[zone].setChecked(False)
    actes.regle.zones["B2"].setChecked(True)
    actes.regle.annees.setValue(10)
    actes.regle.accept()
    attendre()
    assert dialogue.dit.text().startswith("Tous les 10 ans, en zone B2. Source\u00a0: Conseil")
    assert not dialogue.lecture.comptes.get(EtatBail.A_EXAMINER)  # type: ignore[union-attr] # it was read
    dialogue.fermer.click()
    assert actes.dialogue is None
    actes.demander()
    attendre()
    assert ouvert(actes).etat.currentText().startswith("Tous")  # nothing waits: the others show


def test_sans_date_ni_commune_la_fenetre_dit_quoi_faire(
    contexte_vide: Contexte, fenetre: QWidget, attendre_vide: Attendre, qtbot: QtBot
) -> None:
    made = ActesBaux(contexte_vide, fenetre)
    made._demander_regle()  # nothing is read yet: nothing opens
    made.demander()
    attendre_vide()
    dialogue = ouvert(made)
    assert dialogue.pile.currentWidget() is dialogue._sans_commune
    dialogue.zones.click()
    assert made.regle is not None
    made.regle.reject()
    with qtbot.waitSignal(contexte_vide.importer) as asked:
        dialogue.choisir.click()
    assert asked.args == [Genre.PATRIMOINE]
    assert made.dialogue is None


def test_sans_aucune_date_la_fenetre_dit_d_ou_elles_viennent(
    actes: ActesBaux, bureau: Bureau, attendre: Attendre
) -> None:
    with bureau.base.transaction() as uow:
        for seen in uow.examens.toutes():
            uow.examens.retirer(seen.id)
        for home in [one.id for one in uow.logements.tous() if one.bail]:
            uow.logements.noter_bail(home, "")
        uow.valider()
    dialogue = ouvert(actes)
    dialogue.relire()
    attendre()
    assert dialogue.pile.currentWidget() is dialogue._sans_date
    assert not dialogue.total.isVisibleTo(dialogue)
    filtrer(dialogue, EtatBail.INCONNU, attendre)
    assert dialogue.model.lignes


def test_la_liste_entiere_s_exporte(
    actes: ActesBaux, attendre: Attendre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "baux.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialogue = ouvert(actes)
    dialogue.exporter.click()
    attendre()
    rows = target.read_text("utf-8-sig").splitlines()
    assert rows[0].startswith("Référence;Résidence;Adresse")
    assert len(rows) == len(dialogue.model.lignes) + 1


def test_aujourd_hui_mene_aux_baux_et_un_bail_a_son_logement(
    contexte: Contexte, montrer: Montrer, actes: ActesBaux, qtbot: QtBot
) -> None:
    page = montrer(AujourdhuiPage(contexte))
    rows = page.a_faire._rows
    (button,) = (b for b, row in rows.items() if row.action is ActionAFaire.OUVRIR_BAUX)
    assert rows[button].titre.startswith("Examens d’occupation")
    with qtbot.waitSignal(contexte.baux):
        button.click()
    dialogue = ouvert(actes)
    dialogue.table.selectRow(0)
    wanted = dialogue.choisis()[0]
    with qtbot.waitSignal(contexte.ouvrir) as asked:
        dialogue.consulter.click()
    assert asked.args == ["patrimoine", wanted]
