"""Writes what a simulation found as a workbook (ports.RedacteurSimulation)."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from openpyxl import Workbook

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.sheets.bilan_page import ENTETE, Feuille
from fluxdesk.adapters.sheets.cellules import texte_sur
from fluxdesk.adapters.sheets.empaquetage import octets
from fluxdesk.adapters.sheets.impression import imprimer
from fluxdesk.adapters.sheets.simulation_feuilles import (
    feuille_comptes,
    feuille_courbes,
    feuille_ecarts,
    feuille_hypotheses,
    feuille_mixite,
)

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.services.simuler_annee import Simulation

COURBES = "Courbes"
FEUILLES = {
    "Hypothèses": feuille_hypotheses,
    "Comptes": feuille_comptes,
    COURBES: feuille_courbes,
    "Mixité": feuille_mixite,
    "Écarts": feuille_ecarts,
}


def ecrire_simulation(simulation: Simulation, cible: Path) -> None:
    """Write the workbook; the same simulation gives the same bytes.

    Raises:
        EcritureError: the file cannot be written there.
    """
    book = Workbook()
    book.remove(book.active)
    for name, fill in FEUILLES.items():
        sheet = Feuille(book.create_sheet(name))
        fill(sheet, simulation)
        _imprimer(sheet, simulation)
    moment = datetime.combine(max(simulation.jours), time(), UTC).replace(tzinfo=None)
    properties = book.properties
    properties.title = texte_sur(f"Simulation {simulation.source.titre}")
    properties.language = "fr-FR"
    properties.created = moment
    poser(cible, octets(book, {}, f"{moment.isoformat()}Z"))


def _imprimer(sheet: Feuille, simulation: Simulation) -> None:
    page = sheet.page
    imprimer(page, f"Simulation {simulation.source.titre}", f"{ENTETE}:{ENTETE}")
    # Eighty columns on one page could not be read: the curves run over several.
    page.sheet_properties.pageSetUpPr.fitToPage = page.title != COURBES
    if page.title == COURBES:
        page.print_title_cols = "A:B"
