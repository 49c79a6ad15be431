"""Rights in stock, past years and candidates, each by its own file through the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.profil import Genre
from fluxdesk.services.tenir_registre import charger_registre
from fluxdesk.ui.dialogs.assistant_essai import EtapeEssai
from fluxdesk.ui.dialogs.assistant_import import AssistantImport
from fluxdesk.ui.dialogs.assistant_resultat import EtapeImporter
from fluxdesk.ui.dialogs.assistant_valeurs import EtapeValeurs
from fluxdesk.ui.models import assistant_essai as essai
from tests.journeys.agent import agent, creer_base, importer_fichier
from tests.journeys.classeur_erp import LIGNES
from tests.journeys.fichiers_erp import ecrire_fichiers
from tests.journeys.test_assistant import avancer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from fluxdesk.services.depots import UnitOfWork
    from tests.journeys.agent import Agent

__all__ = ["agent"]  # the fixture


def jusqu_a_l_essai(agent: Agent, fichier: Path, genre: Genre) -> AssistantImport:
    """The kind is guessed, the columns are right, what is proposed is accepted."""
    assert agent.fenetre.seance is not None
    agent.fenetre.seance.assistant.prendre([fichier])
    dialog = agent.dialogue(AssistantImport)
    agent.attendre(lambda: dialog.titre.text() == "Fichier")
    assert dialog.conduite.genre is genre
    avancer(agent, dialog, "Colonnes")
    avancer(agent, dialog, "Valeurs")
    words = dialog.etape()
    assert isinstance(words, EtapeValeurs)
    if words.confirmer.isEnabled():
        agent.cliquer(words.confirmer)
    avancer(agent, dialog, "Essai")
    return dialog


def comptes(dialog: AssistantImport) -> list[int]:
    trial = dialog.etape()
    assert isinstance(trial, EtapeEssai)
    return [int(label.text()) for label in trial.compteurs.chiffres]


def corriger(agent: Agent, dialog: AssistantImport, textes: Mapping[str, str]) -> None:
    """Type another text in each refused cell, and wait for the trial made again."""
    trial = dialog.etape()
    assert isinstance(trial, EtapeEssai)
    for lue, texte in textes.items():
        place = next(n for n, row in enumerate(trial.model.lignes) if row.refus.valeur == lue)
        trial.table.setCurrentIndex(trial.model.index(place, essai.VALEUR))
        assert trial.detail.text() == trial.model.lignes[place].phrase
        trial.model.setData(trial.model.index(place, essai.VALEUR), texte)
        agent.attendre(lambda: not dialog.pied.occupe)


def importer(agent: Agent, dialog: AssistantImport, bouton: str) -> None:
    avancer(agent, dialog, "Importer")
    assert dialog.suivant.text().replace("\u00a0", " ") == bouton
    agent.cliquer(dialog.suivant)
    agent.attendre(lambda: dialog.suivant.text() == "Terminer")


def terminer(agent: Agent, dialog: AssistantImport) -> None:
    agent.attendre(lambda: not dialog.pied.occupe)
    agent.cliquer(dialog.suivant)


def lire(agent: Agent) -> UnitOfWork:
    assert agent.fenetre.seance is not None
    return agent.fenetre.seance.bureau.base.transaction()


def importer_stock(agent: Agent, fichier: Path) -> None:
    """« ALS » and « DS » are understood; an unknown dwelling and an unknown body are refused."""
    dialog = jusqu_a_l_essai(agent, fichier, Genre.STOCK)
    assert comptes(dialog) == [7, 5, 0, 0, 2, 1]
    corriger(agent, dialog, {"UG0099": "UG0024"})
    assert comptes(dialog) == [7, 6, 0, 0, 1, 1]
    importer(agent, dialog, "Importer 6 réservations")
    terminer(agent, dialog)
    with lire(agent) as uow:
        assert len(uow.stock.tous()) == 6


def importer_passe(agent: Agent, fichier: Path) -> None:
    """An impossible day is mended; the offers feed the ledger, and one stays open."""
    dialog = jusqu_a_l_essai(agent, fichier, Genre.VACANCES)
    assert not dialog.conduite.incertaines  # « Bailleur » names the landlord
    assert comptes(dialog) == [6, 5, 0, 0, 1, 0]
    corriger(agent, dialog, {"31/02/2025": "28/02/2025"})
    assert comptes(dialog) == [6, 6, 0, 0, 0, 0]
    importer(agent, dialog, "Importer 6 lignes de vacances")
    terminer(agent, dialog)
    with lire(agent) as uow:
        assert len(uow.vacances.toutes()) == 5
        issues = [offer.issue for offer in uow.orientations.toutes()]
        ledger = charger_registre(uow=uow)
    assert sorted(issues) == [
        IssueOrientation.BAIL_SIGNE,
        IssueOrientation.BAIL_SIGNE,
        IssueOrientation.BAIL_SIGNE,
        IssueOrientation.EN_COURS,
        IssueOrientation.REFUSEE,
    ]
    assert sum(solde.servi for solde in ledger.soldes()) == 4


def importer_candidats(agent: Agent, fichier: Path) -> None:
    """A number that a spreadsheet lost stays refused; the import is taken back."""
    dialog = jusqu_a_l_essai(agent, fichier, Genre.CANDIDATS)
    assert comptes(dialog) == [4, 2, 0, 0, 2, 0]
    corriger(agent, dialog, {"Q9": "3"})
    assert comptes(dialog) == [4, 3, 0, 0, 1, 0]
    importer(agent, dialog, "Importer 3 candidats")
    with lire(agent) as uow:
        offer = uow.orientations.par_numero("2026-001")
        assert offer is not None
        assert [c.nom for c in uow.candidats.de_l_orientation(offer.id)] == [
            "CASANOVA",
            "POLI",
            "RENUCCI",
        ]
    done = dialog.etape()
    assert isinstance(done, EtapeImporter)
    agent.cliquer(done.annuler)
    agent.attendre(lambda: "annulé" in done.constat.mots.text())
    terminer(agent, dialog)
    with lire(agent) as uow:
        assert not uow.candidats.de_l_orientation(offer.id)


def test_stock_past_years_and_candidates_come_in_by_their_files(
    agent: Agent, tmp_path: Path
) -> None:
    files = ecrire_fichiers(tmp_path)
    creer_base(agent, tmp_path / "office.fluxdesk")
    dialog = jusqu_a_l_essai(agent, files[Genre.PATRIMOINE], Genre.PATRIMOINE)
    importer(agent, dialog, f"Importer {LIGNES} logements")
    terminer(agent, dialog)
    importer_fichier(agent, files[Genre.CONVENTIONS], "5")
    importer_stock(agent, files[Genre.STOCK])
    importer_passe(agent, files[Genre.VACANCES])
    importer_candidats(agent, files[Genre.CANDIDATS])
