"""How an offer went: what happened, the cause of the closed list, the effect beside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import Qt

from fluxdesk.domain.candidat import Candidat, EtatCandidat
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Etape
from fluxdesk.services.enregistrer_issue import Reponse
from fluxdesk.services.passer_au_candidat import CandidatPerdu
from fluxdesk.ui.dates import en_qt
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.pages.vacances import VacancesPage
from fluxdesk.ui.pages.vacances_dossier import lire_dossier
from tests.ui.actes.test_dialogues import dossier_a
from tests.ui.actes.test_page_vacances import choisir

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance
    from tests.ui.actes.conftest import Attendre, Montrer


class Demander(Protocol):
    """Open the dialog on the standing offer."""

    def __call__(self, dossier: DossierVacance) -> IssueDialog: ...


@pytest.fixture
def demander(contexte: Contexte, qtbot: QtBot) -> Demander:
    def ask(dossier: DossierVacance) -> IssueDialog:
        assert dossier.offre is not None
        dialog = IssueDialog(contexte, dossier, dossier.offre)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return ask


def offre_de(dossier: DossierVacance) -> Orientation:
    assert dossier.offre is not None
    return dossier.offre


def avec_candidats(bureau: Bureau, etape: Etape) -> DossierVacance:
    """A vacancy of that stage, with two candidates on its offer."""
    dossier = dossier_a(bureau, etape)
    with bureau.base.transaction() as uow:
        for rank, name in enumerate(("MARTIN", "DURAND"), start=1):
            uow.candidats.enregistrer(
                Candidat(
                    orientation_id=offre_de(dossier).id,
                    numero_unique=f"02A0326{rank:05d}20A1A",
                    nom=name,
                    rang=rank,
                )
            )
        uow.valider()
    return lire_dossier(bureau, dossier.vacance.id)


def test_a_lease_is_not_offered_before_the_commission(bureau: Bureau, demander: Demander) -> None:
    dialog = demander(dossier_a(bureau, Etape.PROPOSEE))
    assert not dialog.ui.bail_signe.isVisible()
    assert dialog.issue is IssueOrientation.ATTRIBUEE
    attributed = demander(dossier_a(bureau, Etape.ATTRIBUEE))
    assert not attributed.ui.attribuee.isVisible()
    assert attributed.issue is IssueOrientation.BAIL_SIGNE


def test_a_failure_waits_for_its_cause_and_shows_its_effect(
    bureau: Bureau, demander: Demander
) -> None:
    dialog = demander(dossier_a(bureau, Etape.PROPOSEE))
    assert dialog.ui.faire.isEnabled()
    assert not dialog.ui.pourquoi.isVisible()
    dialog.ui.echec.setChecked(True)
    assert dialog.ui.pourquoi.isVisible()
    assert not dialog.ui.faire.isEnabled()
    assert "Choisissez la cause" in dialog.ui.consequence.text()
    dialog.choisir(CauseEchec.AUCUN_CANDIDAT)
    assert dialog.ui.faire.isEnabled()
    assert (
        dialog.ui.effet.text()
        == (dialog._dossier.effets[dialog.offre.id][IssueOrientation.SANS_CANDIDAT])
    )
    dialog.ui.motif.setText(" deux relances ")
    answer = dialog.saisie()
    assert isinstance(answer, Reponse)
    assert (answer.issue, answer.cause, answer.motif) == (
        IssueOrientation.SANS_CANDIDAT,
        CauseEchec.AUCUN_CANDIDAT,
        "deux relances",
    )


def test_only_the_causes_of_that_moment_are_offered(bureau: Bureau, demander: Demander) -> None:
    proposed = demander(dossier_a(bureau, Etape.PROPOSEE))
    attributed = demander(dossier_a(bureau, Etape.ATTRIBUEE))
    before, after = proposed.ui.causes.causes(), attributed.ui.causes.causes()
    assert CauseEchec.NON_ATTRIBUTION in before
    assert CauseEchec.SILENCE not in before
    assert CauseEchec.SILENCE in after
    assert CauseEchec.NON_ATTRIBUTION not in after


def test_the_arrows_pass_over_the_titles(bureau: Bureau, demander: Demander, qtbot: QtBot) -> None:
    dialog = demander(dossier_a(bureau, Etape.PROPOSEE))
    dialog.ui.echec.setChecked(True)
    assert dialog.ui.causes.cause is None
    offered = dialog.ui.causes.causes()
    dialog.choisir(offered[0])
    for _ in offered[1:]:
        qtbot.keyClick(dialog.ui.causes, Qt.Key.Key_Down)
    assert dialog.ui.causes.cause is offered[-1]


def test_a_cause_that_is_not_offered_is_not_chosen(bureau: Bureau, demander: Demander) -> None:
    dialog = demander(dossier_a(bureau, Etape.PROPOSEE))
    dialog.choisir(CauseEchec.SILENCE)
    assert dialog.issue is None
    kept = dialog.saisie()
    assert isinstance(kept, Reponse)
    assert kept.issue is IssueOrientation.EN_COURS


def test_an_answer_is_not_dated_before_the_offer(bureau: Bureau, demander: Demander) -> None:
    dialog = demander(dossier_a(bureau, Etape.PROPOSEE))
    dialog.ui.jour.setDate(en_qt(date(2000, 1, 1)))
    assert dialog.saisie().jour >= dialog.offre.jour


def test_the_landlord_gives_nothing_back_but_may_lose_its_candidate(
    bureau: Bureau, demander: Demander
) -> None:
    dossier = dossier_a(bureau, Etape.PROPOSEE)
    only = {offre_de(dossier).id: {IssueOrientation.ATTRIBUEE: "Le bailleur garde ce logement."}}
    dialog = demander(replace(dossier, effets=only))
    assert CauseEchec.RENONCE not in dialog.ui.causes.causes()
    dialog.choisir(CauseEchec.REFUS_LOYER)
    assert not dialog.ui.revient.isVisible()
    answer = dialog.saisie()
    assert isinstance(answer, CandidatPerdu)
    assert not answer.nouveaux


def test_a_lost_candidate_may_leave_its_offer_open(
    bureau: Bureau, demander: Demander, attendre: Attendre
) -> None:
    dossier = avec_candidats(bureau, Etape.PROPOSEE)
    dialog = demander(dossier)
    dialog.choisir(CauseEchec.REFUS_ETAGE)
    assert dialog.ui.suites.isVisible()
    assert isinstance(dialog.saisie(), Reponse)
    assert not dialog.ui.candidat.isVisible()
    dialog.ui.au_suivant.setChecked(True)
    assert "reste ouverte" in dialog.ui.effet.text()
    assert dialog.ui.candidat.currentText() == "1. MARTIN"
    answer = dialog.saisie()
    assert isinstance(answer, CandidatPerdu)
    assert answer.candidat_id == dossier.candidats[offre_de(dossier).id][0].id
    dialog.ui.nouveaux.setChecked(True)
    attendre()
    assert "l’échéance reste le" in dialog.ui.consequence.text()
    dialog.choisir(CauseEchec.RENONCE)
    assert not dialog.ui.suites.isVisible()


def test_new_candidates_are_waited_for_as_the_convention_says(
    bureau: Bureau, demander: Demander, attendre: Attendre
) -> None:
    dossier = dossier_a(bureau, Etape.PROPOSEE)
    offer = offre_de(dossier)
    with bureau.base.transaction() as uow:
        for agreed in uow.conventions.toutes():
            clauses = replace(agreed.clauses, candidats_nouveaux_jours=15)
            uow.conventions.enregistrer(replace(agreed, clauses=clauses))
        uow.valider()
    dialog = demander(dossier)
    dialog.choisir(CauseEchec.NON_ATTRIBUTION)
    dialog.ui.nouveaux.setChecked(True)
    attendre()
    assert "Nouvelle échéance" in dialog.ui.consequence.text()
    assert "15" in dialog.ui.consequence.text()
    dialog._montrer_nouveaux((0, offer.jour, None))  # of an answer that changed
    assert "Nouvelle échéance" in dialog.ui.consequence.text()
    without = replace(offer, echeance=None)
    dialog._offres = {offer.id: without}
    dialog._montrer_nouveaux((offer.id, dialog.saisie().jour, None))
    assert dialog.ui.consequence.text() == "Aucun délai n’est fixé."


def test_the_next_candidate_is_recorded_and_the_account_does_not_move(
    contexte: Contexte, bureau: Bureau, montrer: Montrer, attendre: Attendre
) -> None:
    dossier = avec_candidats(bureau, Etape.PROPOSEE)
    page = montrer(VacancesPage(contexte))
    page.montrer_objet(dossier.vacance.id)
    attendre(250)
    page.entete.reponse.trigger()
    dialog = page.actes.dialogue
    assert isinstance(dialog, IssueDialog)
    dialog.choisir(CauseEchec.REFUS_QUARTIER)
    dialog.ui.au_suivant.setChecked(True)
    dialog.accept()
    attendre()
    assert page.dossier is not None
    assert page.dossier.etape is Etape.PROPOSEE
    people = page.dossier.candidats[offre_de(dossier).id]
    assert [c.etat for c in people] == [EtatCandidat.REFUS, EtatCandidat.PROPOSE]


def test_the_cause_is_told_in_the_time_line(
    contexte: Contexte, montrer: Montrer, attendre: Attendre
) -> None:
    page = montrer(VacancesPage(contexte))
    choisir(page, Etape.PROPOSEE, attendre)
    page.actes.demander_issue(page.dossier)  # type: ignore[arg-type] # it was chosen
    dialog = page.actes.dialogue
    assert isinstance(dialog, IssueDialog)
    dialog.choisir(CauseEchec.REFUS_LOYER)
    dialog.accept()
    attendre()
    page._revenir()
    attendre()
    said = page.liste.detail.deroule.textes()
    assert any(CauseEchec.REFUS_LOYER.value in line for line in said)
