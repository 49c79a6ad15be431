"""A candidate set aside is shown on demand and brought back; the first one notes its step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.vacance import Etape
from fluxdesk.ui.models.lignes import Role
from fluxdesk.ui.pages.vacances import VacancesPage
from tests.ui.actes.candidats import PREMIER, ajouter, dialogue_de, enregistres, fiche_de

if TYPE_CHECKING:
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.candidats import ActesCandidats
    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def actes(contexte: Contexte, montrer: Montrer, attendre: Attendre) -> ActesCandidats:
    """The candidates of an offer that waits for them."""
    page = montrer(VacancesPage(contexte))
    rows = page.liste.model.lignes
    held = [r for r in rows if r.etape is Etape.PROPOSEE and r.destinataire != "Bailleur"]
    with contexte.bureau.base.transaction() as uow:
        offre = uow.orientations.lire(held[0].orientation_id or 0)
        waiting = replace(offre.suivi, candidats_recus=None, dossiers_complets=None)
        uow.orientations.enregistrer(replace(offre, suivi=waiting))
        uow.valider()
    page.montrer_objet(held[0].id)
    attendre(250)
    page.suites.action_candidats.trigger()
    attendre()
    return page.suites.candidats


def test_un_candidat_retire_se_montre_et_se_remet(
    actes: ActesCandidats, bureau: Bureau, attendre: Attendre
) -> None:
    ajouter(actes, PREMIER, "Diallo", attendre)
    dialogue = dialogue_de(actes)
    dialogue.oter.click()
    assert actes.motif is not None
    assert "jusqu’à la prochaine purge" in actes.motif.phrase.text()
    actes.motif.accept()
    attendre()
    assert dialogue.retires.text() == "Montrer les retirés (1)"
    assert dialogue.pile.currentWidget() is dialogue.vide
    dialogue.retires.setChecked(True)
    aside = dialogue.model.index(0, 0)
    assert (aside.data(), aside.siblingAtColumn(10).data()[:9]) == ("–", "retiré le")
    assert aside.data(Role.ForegroundRole) is not None
    assert not dialogue.oter.isVisibleTo(dialogue)
    assert not dialogue.changer.isEnabled()
    dialogue.nouveau.click()
    fiche_de(actes).numero.setText(PREMIER)
    fiche_de(actes).accept()
    assert "remettez-le" in fiche_de(actes).erreur_numero.text()
    fiche_de(actes).reject()
    dialogue.ramener.click()
    attendre()
    assert [c.nom for c in enregistres(bureau, actes)] == ["Diallo"]
    assert not dialogue.retires.isVisibleTo(dialogue)


def test_le_premier_candidat_note_que_les_candidats_sont_recus(
    actes: ActesCandidats, bureau: Bureau, attendre: Attendre
) -> None:
    lecture = dialogue_de(actes).lecture
    assert lecture is not None
    dialogue_de(actes).nouveau.click()
    fiche = fiche_de(actes)
    assert fiche.note.isVisibleTo(fiche)
    fiche.note.setChecked(False)
    assert not fiche.jour.isEnabled()
    assert fiche.recus() is None
    fiche.reject()
    ajouter(actes, PREMIER, "Diallo", attendre)
    with bureau.base.transaction() as uow:
        noted = uow.orientations.lire(lecture.offre.id).suivi.candidats_recus
    assert noted == lecture.jour  # in the same act
    dialogue_de(actes).nouveau.click()
    assert not fiche_de(actes).note.isVisibleTo(fiche_de(actes))
