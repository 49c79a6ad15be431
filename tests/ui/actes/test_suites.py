"""What follows an offer: the SNE memo, the ad of an empty dwelling, candidates forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Etape
from fluxdesk.services.effacer_sauvegardes import EFFACER
from fluxdesk.services.purger_candidats import durees_gardees
from fluxdesk.ui.dates import en_qt
from fluxdesk.ui.dialogs.annonce_texte import AnnonceTexteDialog
from fluxdesk.ui.dialogs.candidats import CandidatsDialog
from fluxdesk.ui.dialogs.memo_sne import MemoSneDialog
from fluxdesk.ui.models.candidats import lire_candidats
from fluxdesk.ui.pages.vacances import VacancesPage
from fluxdesk.ui.purge import ActesPurge
from tests.services.memoire import HorlogeFixe
from tests.ui.gestes import PATIENCE, action

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.main_window import MainWindow
    from tests.ui.actes.conftest import Attendre, Montrer

NUMERO = "069032612345612345"


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer) -> VacancesPage:
    return montrer(VacancesPage(contexte))


def choisir(page: VacancesPage, etape: Etape, attendre: Attendre) -> int:
    """Choose the last vacancy of a stage that was offered to a réservataire, if offered."""
    page.liste.etapes.setCurrentIndex(page.liste.etapes.findData("toutes"))
    row = [r for r in page.liste.model.lignes if r.etape is etape and r.destinataire != "Bailleur"]
    page.montrer_objet(row[-1].id)
    attendre(250)
    return row[-1].orientation_id or 0


def _non_radiee(ident: int, uow: UnitOfWork) -> Orientation:
    """The lease of the demonstration, as if its demand were not struck off yet."""
    known = uow.orientations.lire(ident)
    lease = replace(known, suivi=replace(known.suivi, sne=None))
    uow.orientations.enregistrer(lease)
    return lease


def test_le_pense_bete_copie_chaque_valeur_et_garde_la_date(
    page: VacancesPage, bureau: Bureau, attendre: Attendre
) -> None:
    ident = choisir(page, Etape.BAIL_SIGNE, attendre)
    with bureau.base.transaction() as uow:
        lease = _non_radiee(ident, uow)
        uow.candidats.enregistrer(
            Candidat(orientation_id=ident, numero_unique=NUMERO, nom="Diallo", dalo=True)
        )
        uow.valider()
    page.entete.menu.aboutToShow.emit()
    assert not page.suites.action_annonce.isEnabled()
    page.suites.action_sne.trigger()
    attendre()
    memo = page.suites.dialogue
    assert isinstance(memo, MemoSneDialog)
    assert memo.fait.text() == "Pas encore noté."
    memo.copier[0].click()
    assert QGuiApplication.clipboard().text() == NUMERO
    memo.copier[2].click()
    assert [button.text() for button in memo.copier[:3]] == ["Copier", "Copier", "Copié"]
    known = {line.champ: button.isEnabled() for line, button in zip(
        memo.memo.lignes, memo.copier, strict=True
    )}  # fmt: skip
    assert not known["Accord collectif"]
    assert known["Ménage reconnu DALO"]
    signed = lease.date_bail or lease.jour
    memo.date.setDate(en_qt(signed))
    memo.accept()
    attendre()
    with bureau.base.transaction() as uow:
        assert uow.orientations.lire(ident).suivi.sne == signed
    page.suites.demander_sne()
    attendre()
    again = page.suites.dialogue
    assert isinstance(again, MemoSneDialog)
    assert again.fait.text().startswith("Déjà noté")


def test_sans_bail_il_n_y_a_pas_de_pense_bete(page: VacancesPage, attendre: Attendre) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    page.entete.menu.aboutToShow.emit()
    assert not page.suites.action_sne.isEnabled()
    page.suites.demander_sne()
    attendre()
    page.dossier = None
    page.suites.demander_annonce()
    page.suites.demander_sne()
    assert page.suites.dialogue is None


def test_l_annonce_se_corrige_et_se_copie(page: VacancesPage, attendre: Attendre) -> None:
    choisir(page, Etape.A_ORIENTER, attendre)
    assert page.dossier is not None
    page.suites.action_annonce.trigger()
    attendre()
    shown = page.suites.dialogue
    assert isinstance(shown, AnnonceTexteDialog)
    assert page.dossier.commune is not None
    assert page.dossier.commune.nom in shown.texte.toPlainText()
    assert "numéro unique" in shown.texte.toPlainText()
    shown.copier.click()
    assert shown.copier.text() == "Copié"
    copied = QGuiApplication.clipboard().text()  # with its no-break spaces
    assert copied.replace("\u00a0", " ") == shown.texte.toPlainText()
    shown.texte.appendPlainText("Balcon.")
    assert shown.copier.text() == "Copier le texte"


def garder(bureau: Bureau, page: VacancesPage, attendre: Attendre) -> int:
    """A candidate of an offer that ended long ago; the offer."""
    ident = choisir(page, Etape.PROPOSEE, attendre)
    with bureau.base.transaction() as uow:
        offre = uow.orientations.lire(ident)
        uow.orientations.enregistrer(
            replace(offre, issue=IssueOrientation.REFUSEE, date_issue=date(2026, 3, 1))
        )
        uow.candidats.enregistrer(
            Candidat(orientation_id=ident, numero_unique=NUMERO, nom="Diallo")
        )
        uow.valider()
    return ident


def test_les_candidats_anciens_se_comptent_avant_de_s_effacer(
    page: VacancesPage, contexte: Contexte, bureau: Bureau, attendre: Attendre
) -> None:
    ident = garder(bureau, page, attendre)
    told: list[str] = []
    contexte.avis.connect(told.append)
    actes = ActesPurge(contexte, page)
    actes.demander()
    attendre()
    dialogue = actes.dialogue
    assert dialogue is not None
    assert dialogue.effacer.text() == "Effacer 1\u00a0candidat"
    assert "1\u00a0offre" in dialogue.constat.mots.text()
    dialogue.autres.setValue(12)
    assert not dialogue.effacer.isEnabled()
    attendre()
    assert dialogue.constat.mots.text() == "Aucun candidat n’est à effacer."
    assert not dialogue.effacer.isEnabled()
    dialogue.autres.setValue(5)
    attendre()
    dialogue.accept()
    attendre()
    with bureau.base.transaction() as uow:
        assert not uow.candidats.de_l_orientation(ident)
    assert told == ["1\u00a0candidat effacé. Aucune sauvegarde d’avant ne les contient."]
    with bureau.base.transaction() as uow:
        assert durees_gardees(uow=uow).autres == 5  # kept from one time to the next
    assert actes.dialogue is None


def test_les_sauvegardes_d_avant_la_purge_se_disent_et_s_effacent_sur_demande(
    page: VacancesPage, contexte: Contexte, bureau: Bureau, attendre: Attendre
) -> None:
    garder(bureau, page, attendre)
    bureau.base.sauvegarder()
    told: list[str] = []
    contexte.avis.connect(told.append)
    later = HorlogeFixe(bureau.horloge.maintenant() + timedelta(days=1))
    contexte.bureau = replace(bureau, horloge=later)
    actes = ActesPurge(contexte, page)
    actes.demander()
    attendre()
    assert actes.dialogue is not None
    actes.dialogue.accept()
    attendre()
    asked = actes.copies
    assert asked is not None
    assert "encore ces personnes, dans le dossier" in asked.phrase.text()
    assert not asked.faire.isDefault()
    asked.accept()
    attendre()
    assert "effacée" in told[-1]
    assert bureau.base.lectures.journal()[0].action == EFFACER


def test_le_menu_efface_montre_la_cotation_et_dit_quand_alerter(
    demo: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seance = demo.seance
    assert seance is not None
    seen = [seance.contexte.cotation]
    action(demo, "Afficher la cotation").trigger()
    seen.append(seance.contexte.cotation)
    assert demo.menus.cotation_affichee
    action(demo, "Effacer les candidats").trigger()
    qtbot.waitUntil(lambda: seance.purge.dialogue is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: demo.tasks.en_cours == 0, timeout=PATIENCE)
    assert seance.purge.dialogue is not None
    seance.purge.dialogue.reject()
    action(demo, "Afficher la cotation").trigger()
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (5, True))
    action(demo, "Alerte de vacance longue").trigger()
    assert seance.contexte.mois_vacance_longue == demo.menus.mois_vacance_longue == 5
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (7, False))
    action(demo, "Alerte de vacance longue").trigger()
    assert demo.menus.mois_vacance_longue == 5
    qtbot.waitUntil(lambda: demo.tasks.en_cours == 0, timeout=PATIENCE)
    assert [*seen, seance.contexte.cotation] == [False, True, False]


def test_une_lecture_en_retard_ne_remplace_pas_l_offre_choisie(
    page: VacancesPage, contexte: Contexte, bureau: Bureau, attendre: Attendre
) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    assert page.dossier is not None
    assert page.dossier.offre is not None
    shown = page.dossier.offre.id
    other = next(
        r.orientation_id
        for r in page.liste.model.lignes
        if r.orientation_id is not None and r.orientation_id != shown
    )
    dialogue = CandidatsDialog(contexte, {shown: "Offre 1", other: "Offre 2"}, page)
    attendre()
    assert dialogue.offres.isVisibleTo(dialogue)
    dialogue._montrer(lire_candidats(bureau, other))
    assert dialogue.lecture is not None
    assert dialogue.lecture.offre.id == shown
    dialogue.offres.setCurrentIndex(1)
    attendre()
    assert dialogue.lecture.offre.id == other


def test_une_vacance_jamais_offerte_n_a_pas_de_candidats(
    page: VacancesPage, attendre: Attendre
) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    page.suites._suivre()
    assert page.suites.action_candidats.isEnabled()
    row = next(r for r in page.liste.model.lignes if r.etape is Etape.A_QUALIFIER)
    page.montrer_objet(row.id)
    attendre(250)
    page.entete.menu.aboutToShow.emit()
    assert not page.suites.action_candidats.isEnabled()
    page.suites.demander_candidats()
    page.dossier = None
    page.suites.demander_candidats()
    assert page.suites.candidats.dialogue is None
