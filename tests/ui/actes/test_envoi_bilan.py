"""From the page, a bilan is approved, marked as sent, and brought back with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.clauses import RythmeBilan
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
    assert "intermédiaire" in page.sous_titre.text() or "rovisoire" in page.sous_titre.text()


def test_several_bilans_are_approved_then_sent_at_once(
    page: BilansPage, attendre: Attendre
) -> None:
    page.table.selectAll()
    attendre()
    every = page.model.rowCount()
    assert page.un.text() == f"Éditer ces {every} bilans…"
    assert (
        page.envoi.etat.text() == f"{every} bilans choisis\u00a0: {every} à approuver, 0 à "
        "marquer envoyés."
    )
    assert not page.envoi.bouton_envoyer.isEnabled()
    page.envoi.seuil.setValue(5)
    page.envoi.bouton_approuver.click()
    attendre()
    assert {row.emis.seuil for row in page.model.lignes if row.emis} == {5}
    page.table.selectAll()
    assert page.envoi.bouton_envoyer.text().endswith(f"({every})")
    assert not page.envoi.bouton_approuver.isEnabled()
    assert not page.envoi.bouton_revenir.isEnabled()
    page.envoi.bouton_envoyer.click()
    attendre()
    states = {page.model.data(page.model.index(row, 1)) for row in range(every)}
    assert states == {"envoyé"}
    page.envoi.bouton_approuver.click()  # nothing is left to approve among several
    attendre()
    assert {page.model.data(page.model.index(row, 1)) for row in range(every)} == {"envoyé"}


def test_the_threshold_of_the_last_approval_is_proposed_again(
    contexte: Contexte, montrer: Montrer, attendre: Attendre
) -> None:
    first = montrer(BilansPage(contexte))
    first.envoi.seuil.setValue(3)
    first.envoi.bouton_approuver.click()
    attendre()
    again = montrer(BilansPage(contexte))
    assert again.envoi.sous() == 3


def test_the_identity_and_the_forecast_are_reached_from_their_points(
    page: BilansPage, contexte: Contexte
) -> None:
    asked: list[bool] = []
    contexte.identite.connect(lambda: asked.append(True))
    page.envoi.ouvrir.emit("identité", 0)
    page.envoi.ouvrir.emit("prévisionnel", 2027)
    assert asked == [True]
    assert page.onglets.tabText(page.onglets.currentIndex()) == "Prévisionnel des soustraits"


def test_of_a_part_of_the_year_those_whose_convention_asks_for_it_are_chosen(
    page: BilansPage, contexte: Contexte, attendre: Attendre
) -> None:
    with contexte.bureau.base.transaction() as uow:
        held = [c for c in uow.conventions.toutes() if c.avenant_au(date(2026, 1, 31))][:2]
        for one in held:
            asked = replace(one.clauses, rythme=RythmeBilan.MENSUEL)
            uow.conventions.enregistrer(replace(one, clauses=asked))
        uow.valider()
    page.montrer_objet(20260101)
    attendre()
    assert page.parties.currentText() == "janvier"
    wanted = {f"reservataire:{one.reservataire_id}" for one in held}
    assert {row.destinataire.cle for row in page.choisis()} == wanted
    states = {row.destinataire.cle: row.attendu for row in page.model.lignes}
    assert {cle for cle, owed in states.items() if owed} == wanted
    assert "non dû" in {page.model.data(page.model.index(n, 1)) for n in range(len(states))}
    assert "dû à" in page.sous_titre.text()
