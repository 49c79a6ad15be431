"""Offers to several and in order, through the page Vacances."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Etape
from fluxdesk.services.orienter_vacance import DemandeOrientation
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.plusieurs import PlusieursDialog
from fluxdesk.ui.dialogs.suivant import SuivantDialog
from fluxdesk.ui.models.invites import COCHE
from fluxdesk.ui.pages.orientation import compte_de
from fluxdesk.ui.pages.vacances import VacancesPage
from fluxdesk.ui.pages.vacances_dossier import champs_des_offres

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.services.suggerer_orientation import Proposition
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance
    from tests.ui.actes.conftest import Attendre, Montrer

CODE_COCHE = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer, attendre: Attendre) -> VacancesPage:
    """The page, on the proposal for the last vacancy to orient: nobody refused it."""
    shown = montrer(VacancesPage(contexte))
    row = [r for r in shown.liste.model.lignes if r.etape is Etape.A_ORIENTER][-1]
    shown.montrer_objet(row.id)
    attendre(250)
    shown.entete.suite.click()
    attendre()
    return shown


def dossier_de(page: VacancesPage) -> DossierVacance:
    assert page.dossier is not None
    return page.dossier


def proposition_de(page: VacancesPage) -> Proposition:
    assert page.panneau.proposition is not None
    return page.panneau.proposition


def demander(page: VacancesPage, attendre: Attendre) -> PlusieursDialog:
    page.entete.a_plusieurs.trigger()
    attendre()
    dialog = page.conduite.dialogue
    assert isinstance(dialog, PlusieursDialog)
    return dialog


def cocher(dialog: PlusieursDialog, *rangs: int) -> None:
    for rang in range(dialog.model.rowCount()):
        ticked = dialog.model.lignes[rang] in dialog.model.coches()
        if ticked != (rang in rangs):
            dialog.model.basculer(rang)


def proposer_a_deux(page: VacancesPage, attendre: Attendre) -> DossierVacance:
    dialog = demander(page, attendre)
    cocher(dialog, 0, 1)
    dialog.motif.setText("décidé en comité")
    dialog.accept()
    attendre(250)
    return dossier_de(page)


def test_a_list_is_ticked_by_keyboard_and_two_are_needed(
    page: VacancesPage, attendre: Attendre, qtbot: QtBot
) -> None:
    dialog = demander(page, attendre)
    cocher(dialog)
    assert not dialog.proposer.isEnabled()
    assert "au moins deux" in dialog.travail.text()
    for rang in (0, 1):
        dialog.table.selectRow(rang)
        qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.motif.setText("comité")
    assert dialog.proposer.text() == "Proposer à 2\u00a0réservataires"
    assert dialog.proposer.isEnabled()
    assert dialog.travail.text().startswith("2\u00a0lettres à envoyer")
    first = dialog.model.index(0, COCHE)
    assert first.data(CODE_COCHE) == Qt.CheckState.Checked
    assert dialog.model.setData(first, Qt.CheckState.Unchecked, CODE_COCHE)
    assert not dialog.model.setData(first, "x")
    assert dialog.model.index(0, 1).data(CODE_COCHE) is None
    assert not dialog.model.index(0, 1).flags() & Qt.ItemFlag.ItemIsUserCheckable
    dialog.reject()


def test_leaving_out_the_one_proposed_needs_a_reason(
    page: VacancesPage, attendre: Attendre
) -> None:
    dialog = demander(page, attendre)
    suggested = proposition_de(page).destinataire
    others = [n for n, i in enumerate(dialog.model.lignes) if i.cle != suggested][:2]
    cocher(dialog, *others)
    assert not dialog.motif.isHidden()
    assert not dialog.proposer.isEnabled()
    dialog.motif.setText("comité de suivi")
    assert dialog.demande().derogation == "comité de suivi"
    assert len(dialog.demande().destinataires) == 2
    dialog.reject()


def test_each_has_its_offer_and_its_letter(
    page: VacancesPage, attendre: Attendre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = proposer_a_deux(page, attendre)
    assert dossier.etape is Etape.PROPOSEE
    assert len(champs_des_offres(dossier)) == len(dossier.ouvertes) == 2
    assert page.liste.detail.offres.isVisible()
    assert "enregistrées" in page.annonce.texte

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.annonce.boutons()[0].click()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    assert page.entete.lettre.text() == "Éditer les lettres…"
    page.entete.lettre.click()
    attendre()
    assert len(list(tmp_path.glob("Offre *.pdf"))) == 2


def test_each_of_several_is_answered_and_one_only_is_attributed(
    page: VacancesPage, attendre: Attendre
) -> None:
    dossier = proposer_a_deux(page, attendre)
    page.entete.reponse.trigger()
    dialog = page.actes.dialogue
    assert isinstance(dialog, IssueDialog)
    assert dialog.ui.offres.count() == 2
    dialog.ui.offres.setCurrentIndex(1)
    assert dialog.offre == dossier.ouvertes[1]
    assert "1\u00a0autre offre reste ouverte" in dialog.ui.effet.text()
    dialog.accept()
    attendre(250)
    chosen = dossier_de(page)
    assert chosen.etape is Etape.ATTRIBUEE
    assert chosen.offre is not None
    assert chosen.offre.id == dossier.ouvertes[1].id
    assert [c.titre for c in champs_des_offres(chosen)].count("Attribuée") == 1
    page.entete.reponse.trigger()
    later = page.actes.dialogue
    assert isinstance(later, IssueDialog)
    assert CauseEchec.AUCUN_CANDIDAT not in later.ui.causes.causes()
    later.ui.offres.setCurrentIndex(1 - later.ui.offres.currentIndex())
    assert later.ui.attribuee.isHidden()  # another was chosen
    later.reject()


@pytest.mark.parametrize("rang", [0, 1])
def test_one_or_all_of_several_offers_are_taken_back(
    page: VacancesPage, attendre: Attendre, rang: int
) -> None:
    proposer_a_deux(page, attendre)
    page.entete.annuler.trigger()
    dialog = page.actes.dialogue
    assert isinstance(dialog, MotifDialog)
    dialog._quoi.setCurrentIndex(rang)
    dialog._motif.setText("erreur")
    dialog.accept()
    attendre(250)
    left = dossier_de(page)
    assert len(left.ouvertes) == rang
    assert left.etape is (Etape.PROPOSEE if rang else Etape.A_ORIENTER)


def orienter_dans_l_ordre(page: VacancesPage, attendre: Attendre) -> DossierVacance:
    """Offer it in order to the first réservataire that may have it."""
    dialog = demander(page, attendre)
    key = dialog.model.lignes[0].cle
    dialog.reject()
    page.actes.orienter(
        DemandeOrientation(
            vacance_id=dossier_de(page).vacance.id,
            destinataire=key,
            derogation="essai",
            mode=ModeOffre.ORDRE,
        )
    )
    attendre(250)
    return dossier_de(page)


def test_the_next_in_order_is_shown_before_it_is_confirmed(
    page: VacancesPage, attendre: Attendre, erreurs: list[str]
) -> None:
    dossier = orienter_dans_l_ordre(page, attendre)
    assert dossier.a_un_suivant
    assert page.entete.suivant.isVisible()
    page.entete.suivant.trigger()
    attendre()
    dialog = page.actes.dialogue
    assert isinstance(dialog, SuivantDialog)
    assert dialog.ui.attribuee.isHidden()
    assert "Réponse attendue le" in dialog.ui.echeance.text()
    assert dialog.issue is None
    assert erreurs == []  # nothing is asked before a cause is chosen
    ok = dialog.ui.boutons.button(dialog.ui.boutons.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog.choisir(CauseEchec.DOSSIERS_INCOMPLETS)
    assert dialog.ui.suivant.text() == "Recherche du suivant…"
    attendre()
    assert dialog.ui.suivant.text().startswith("Ensuite")
    dialog.ui.motif.setText("aucun dossier")
    assert ok.isEnabled()
    dialog.accept()
    attendre(250)
    passed = dossier_de(page)
    assert [o.issue for o in passed.offres[-2:]] == [
        IssueOrientation.SANS_CANDIDAT,
        IssueOrientation.EN_COURS,
    ]


def test_once_the_deadline_is_over_the_officer_may_pass_to_the_next(
    page: VacancesPage, attendre: Attendre
) -> None:
    dossier = orienter_dans_l_ordre(page, attendre)
    assert not dossier.echue
    late = replace(dossier, jour=date(2099, 1, 1))
    assert late.echue
    page.dossier = late
    page.entete.pour_la_liste(late)
    assert page.entete.suite.text() == "Décider de l’offre échue…"
    page.entete.suivant.trigger()
    attendre()
    dialog = page.actes.dialogue
    assert isinstance(dialog, SuivantDialog)
    assert dialog.issue is IssueOrientation.SANS_CANDIDAT
    assert "En retard".lower() in dialog.ui.echeance.text()
    dialog.reject()


def test_the_convention_says_what_the_first_button_does(
    page: VacancesPage, attendre: Attendre
) -> None:
    shown = replace(proposition_de(page), destinataire="2", destinataire_nom="Action Logement")
    several = replace(shown, mode=ModeOffre.TOUS)
    page.panneau.montrer(several, dossier_de(page))
    page.entete.pour_l_orientation(several)
    assert page.entete.proposer.text() == "Proposer à plusieurs…"
    assert page.entete.a_un_seul.text() == "Proposer à Action Logement, à lui seul"
    assert "plusieurs" in page.panneau._mode.text()
    page.entete.proposer.click()
    attendre()
    assert isinstance(page.conduite.dialogue, PlusieursDialog)
    page.conduite.dialogue.reject()
    in_order = replace(shown, mode=ModeOffre.ORDRE)
    page.entete.pour_l_orientation(in_order)
    assert not page.entete.dans_l_ordre.isVisible()
    assert page.entete.a_un_seul.isVisible()


@pytest.mark.parametrize("acte", ["a_un_seul", "dans_l_ordre"])
def test_the_officer_may_offer_otherwise(page: VacancesPage, attendre: Attendre, acte: str) -> None:
    kept = proposition_de(page).decompte is None
    getattr(page.entete, acte).trigger()
    attendre(250)
    offer = dossier_de(page).offre
    assert offer is not None
    in_order = acte == "dans_l_ordre" and not kept
    assert offer.mode is (ModeOffre.ORDRE if in_order else ModeOffre.UN_SEUL)


def test_the_three_counters_are_told_with_the_one_that_counts(page: VacancesPage) -> None:
    said = compte_de(proposition_de(page))
    told = "" if proposition_de(page).decompte is None else "décompte au bail signé."
    assert said.endswith(told)
    assert compte_de(replace(proposition_de(page), decompte=None)) == ""
