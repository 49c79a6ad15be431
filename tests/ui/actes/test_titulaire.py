"""An identified dwelling goes to its holder: the same panel, the same key, the same letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.vacance import CauseLiberation, Vacance
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.enregistrer_conge import enregistrer_conge
from fluxdesk.ui.models.vacances import pastille_de
from fluxdesk.ui.pages.vacances import VacancesPage
from fluxdesk.ui.pages.vacances_liste import EN_COURS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


def logement_identifie(contexte: Contexte) -> tuple[int, int]:
    """A dwelling of the défense that is freed: its vacancy, and who holds it."""
    with contexte.bureau.base.transaction() as uow:
        holder = Reservataire(nom="Ministère des Armées", categorie=Categorie.AUTRE)
        who = uow.reservataires.enregistrer(holder)
        right = DroitStock(logement_id=1, reservataire_id=who, nature=NatureDroit.DEFENSE)
        uow.stock.enregistrer(right)
        uow.valider()
    day = contexte.bureau.horloge.aujourd_hui()
    freed = Vacance(logement_id=1, date_conge=day, cause=CauseLiberation.CONGE)
    ident = enregistrer_conge(freed, uow=contexte.bureau.base.transaction())
    return ident, who


def test_an_identified_dwelling_is_offered_to_its_holder_by_entree(
    contexte: Contexte, montrer: Montrer, attendre: Attendre, qtbot: QtBot
) -> None:
    ident, who = logement_identifie(contexte)
    page = montrer(VacancesPage(contexte))
    page.montrer_objet(ident)
    attendre(250)
    row = page.liste.ligne
    assert row is not None
    assert pastille_de(row).mot == "À proposer"
    assert page.liste.etapes.currentData() == EN_COURS  # it is shown among what is to be done
    assert page.entete.suite.text() == "Proposer au Ministère des Armées…"
    qtbot.keyClick(page.liste.table, Qt.Key.Key_Return)
    attendre()
    assert page.panneau._nom.text() == "Ministère des Armées"
    assert "aucun compte ne bouge" in page.panneau._phrases.text()
    assert "Aucune échéance" in page.panneau._echeance.text()
    assert not page.panneau.table.isVisibleTo(page.panneau)
    assert not page.entete.autre.isVisible()
    qtbot.keyClick(page.entete.proposer, Qt.Key.Key_Return)
    attendre(250)
    assert page.dossier is not None
    offer = page.dossier.offre
    assert offer is not None
    assert offer.reservataire_id == who
    assert page.entete.lettre.isVisible()
    base = contexte.bureau.base
    with base.transaction() as uow:
        last = annulables(uow.journal.toutes())[-1]
    annuler_action(last.numero, motif="essai", transaction=base.transaction)
    with base.transaction() as uow:
        assert uow.orientations.lire(offer.id).issue is IssueOrientation.ANNULEE
