"""From the page, a bilan is approved, marked as sent, and brought back with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.periode import lire_periode
from fluxdesk.ui.pages.bilans import BilansPage

if TYPE_CHECKING:
    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer) -> BilansPage:
    return montrer(BilansPage(contexte))


def revenir(page: BilansPage, attendre: Attendre) -> None:
    page.envoi.bouton_revenir.click()
    dialog = page.actes._dialog
    assert dialog is not None
    dialog._motif.setText("erreur de ligne")
    dialog._faire.click()
    attendre()


def test_a_bilan_is_approved_sent_and_brought_back(page: BilansPage, attendre: Attendre) -> None:
    page.table.selectRow(2)
    attendre()
    assert page.envoi.etat.text().startswith("À vérifier")
    page.envoi.bouton_approuver.click()
    attendre()
    assert page.model.data(page.model.index(2, 1)) == "prêt"
    assert page.envoi.etat.text().startswith("Prêt")
    assert not page.envoi.bouton_approuver.isEnabled()
    page.envoi.bouton_envoyer.click()
    attendre()
    assert "rien n’a changé" in page.envoi.etat.text()
    revenir(page, attendre)
    assert page.model.data(page.model.index(2, 1)) == "prêt"
    revenir(page, attendre)
    assert page.model.data(page.model.index(2, 1)) == "à vérifier"


def test_a_point_to_look_at_leads_to_where_it_is_mended(
    page: BilansPage, contexte: Contexte
) -> None:
    opened: list[tuple[str, int]] = []
    contexte.ouvrir.connect(lambda name, ident: opened.append((name, ident)))
    rank = next(n for n, row in enumerate(page.envoi.points.lignes) if row.page == "vacances")
    page.envoi.table.activated.emit(page.envoi.points.index(rank, 0))
    assert opened == [("vacances", page.envoi.points.lignes[rank].cible)]


def test_a_part_of_the_year_is_read(page: BilansPage, attendre: Attendre) -> None:
    page.parties.setCurrentIndex(1)
    page.parties.activated.emit(1)
    attendre()
    assert page.periode == lire_periode(f"{page.annees.currentData()}-S1")
    assert page.parties.currentText() == "1er semestre"
    assert "intermédiaire" in page.sous_titre.text() or "provisoire" in page.sous_titre.text()
