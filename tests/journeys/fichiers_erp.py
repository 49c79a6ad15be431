"""What the same ERP prints of rights, past years and candidates: each with its habits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from openpyxl import Workbook

from fluxdesk.domain.profil import Genre
from tests.journeys.classeur_erp import ecrire_erp

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxdesk.domain.tableau_lu import Cellule

DROITS = """reservataire;categorie;parent;taux;debut;assiette;territoire;delai_jours
État;état;;30 %;2024-01-01;tout;tout;30
Publics prioritaires;;État;25 %;;;;
Agents publics;;État;5 %;;;;
Action Logement Services;action logement;;20 %;2024-01-01;tout;tout;30
Ville d’Ajaccio;commune;;10 %;2024-01-01;commune:2A004;commune:2A004;20
"""

TITRES_STOCK = (
    "Réf. logement", "Résidence", "Réservé par", "Type de droit", "Fin de droit", "Convention n°",
)  # fmt: skip
LIGNES_STOCK: Sequence[Sequence[Cellule]] = (
    ("UG0001", "Les Oliviers", "ALS", "Droit de suite", date(2031, 6, 30), "C-2001-14"),
    ("UG0002", "Les Oliviers", "ALS", "DS", "30/06/31", "C-2001-14"),
    ("UG0003", "Les Oliviers", "Mairie d'Ajaccio", "un tour", None, "délib. 12"),
    ("UG0009", "Le Port", "Préfecture", "Droit de suite", "31/12/2020", None),
    ("UG0010", "Le Port", "Mairie d'Ajaccio", "un tour", None, "délib. 12"),
    ("UG0099", "Le Port", "ALS", "Droit de suite", None, "C-2001-14"),
    ("UG0011", "Le Port", "Caisse des dépôts", "Droit de suite", None, None),
)

GROUPES_PASSE = ("Logement", "", "Libération", "", "Proposition", "", "", "", "Attribution", "")
TITRES_PASSE = (
    "Code UG", "Adresse", "Date de préavis", "Motif de départ", "Contingent", "Proposé le",
    "Résultat", "Motif du refus", "Date CAL", "Signature bail",
)  # fmt: skip
FUSIONS_PASSE = ("A3:B3", "C3:D3", "E3:H3", "I3:J3")
LIGNES_PASSE: Sequence[Sequence[Cellule]] = (
    ("UG0012", "12 rue Fesch", "04/03/2024", "Congé", "ALS", "11/03/24", "Loué", None,
     "02/04/2024", "15/04/2024"),
    ("UG0013", "13 rue Fesch", date(2024, 5, 6), "Décès du locataire", "Mairie d'Ajaccio",
     date(2024, 5, 20), "Refus", "loyer trop élevé", None, None),
    ("UG0013", "13 rue Fesch", date(2024, 5, 6), "Décès du locataire", "ALS",
     date(2024, 6, 12), "Loué", None, date(2024, 7, 2), date(2024, 7, 15)),
    ("UG0014", "14 rue Fesch", "10/09/2024", "Mutation", None, None, None, None, None, None),
    ("UG0015", "15 rue Fesch", "03/02/2025", "Congé", "Bailleur", "31/02/2025", "Loué", None,
     "18/03/2025", "01/04/2025"),
    ("UG0016", "16 rue Fesch", "01/10/2026", "Congé", "ALS", "12/10/2026", "En attente", None,
     None, None),
)  # fmt: skip

# As a réservataire sends them from Excel, for the only offer that the past years leave open.
CANDIDATS = """"N° offre";"NUD";"Nom du demandeur";"Nb pers.";"Quartile";"DALO O/N";"Né le"
"2026-001";"02A0326016982G1104";"CASANOVA";"3";"Q1";"N";"01/02/1990"
"2026-001";"02A0525004410B1102";"POLI";"2";"2ème quartile";"O";"12/11/1981"
"2026-001";"6,91E+17";"LECA";"1";"Q3";"N";"30/06/1975"
"2026-001";"02A1124000377C1103";"RENUCCI";"4";"Q9";"";"09/09/1988"
"""


def ecrire_fichiers(dossier: Path) -> dict[Genre, Path]:
    """A file of each kind, in the order they must come."""
    made = {
        Genre.PATRIMOINE: dossier / "Export ERP.xlsx",
        Genre.CONVENTIONS: dossier / "Droits.csv",
        Genre.STOCK: dossier / "Réservations.xlsx",
        Genre.VACANCES: dossier / "Relocations.xlsx",
        Genre.CANDIDATS: dossier / "candidats.csv",
    }
    ecrire_erp(made[Genre.PATRIMOINE])
    made[Genre.CONVENTIONS].write_text(DROITS, "utf-8")
    _ecrire_stock(made[Genre.STOCK])
    _ecrire_passe(made[Genre.VACANCES])
    made[Genre.CANDIDATS].write_bytes(CANDIDATS.encode("cp1252"))
    return made


def _ecrire_stock(chemin: Path) -> None:
    """Seven rights below a title, and their total."""
    book = Workbook()
    page = book.active
    page.title = "Réservations"
    page.append(["OFFICE D’ESSAI – LOGEMENTS RÉSERVÉS AU 31/12/2025"])
    page.append([])
    page.append(TITRES_STOCK)
    for row in LIGNES_STOCK:
        page.append(row)
    page.append(["Total", "", len(LIGNES_STOCK)])
    book.save(chemin)


def _ecrire_passe(chemin: Path) -> None:
    """Six lines of past years under a header on two rows, a sheet of notes beside."""
    book = Workbook()
    page = book.active
    page.title = "Relocations"
    page.append(["Relocations 2024 - 2026"])
    page.append([])
    page.append(GROUPES_PASSE)
    page.append(TITRES_PASSE)
    for area in FUSIONS_PASSE:
        page.merge_cells(area)
    for row in LIGNES_PASSE:
        page.append(row)
    notes = book.create_sheet("Notes")
    notes.append(["Ne pas diffuser"])
    book.save(chemin)
