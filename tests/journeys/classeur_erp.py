"""A workbook such as an ERP prints it: titles above, a header on two rows, sub-totals, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from pathlib import Path

GROUPES = (
    "Identification", "", "Localisation", "", "", "Caractéristiques", "", "", "", "Gestion", "",
)  # fmt: skip
TITRES = (
    "Code UG", "Résidence", "Adresse", "Code INSEE", "Ville", "Typologie", "Surf. hab.",
    "Financement", "Conventionné", "Loyer", "Observations",
)  # fmt: skip
FUSIONS = ("A4:B4", "C4:E4", "F4:I4", "J4:K4")
RESIDENCES = ("Les Oliviers", "Le Port", "A Merula")
PAR_RESIDENCE = 8
TYPES = ("T2", "T3", "T3bis", "F4", "T4", "Studio", "T5 et +", "T2")
FINANCEMENTS = ("PLUS", "PLAI", "PLUS", "PLA social", "PLUS", "PLS", "PLUS", "PLATS")
LIGNES = PAR_RESIDENCE * len(RESIDENCES)


def ecrire_erp(chemin: Path) -> None:
    """Twenty-four dwellings in three residences, a sub-total below each, a total at the end."""
    book = Workbook()
    page = book.active
    page.title = "Patrimoine"
    page.append(["OFFICE D’ESSAI – ÉTAT DU PATRIMOINE"])
    page.append(["Édité le 03/03/2026 par M. ROSSI"])
    page.append([])
    page.append(GROUPES)
    page.append(TITRES)
    for area in FUSIONS:
        page.merge_cells(area)
    number = 0
    for residence in RESIDENCES:
        for rank in range(PAR_RESIDENCE):
            number += 1
            page.append(_ligne(number, residence, rank))
        page.append([f"Sous-total {residence}", "", "", "", "", PAR_RESIDENCE])
        page.append([])
    page.append(["TOTAL", "", "", "", "", LIGNES])
    hidden = book.create_sheet("Paramètres")
    hidden.append(["clé", "valeur"])
    hidden.sheet_state = "hidden"
    book.save(chemin)


def _ligne(numero: int, residence: str, rang: int) -> list[str | int | float | None]:
    surface: str | float = "soixante" if numero == 5 else 40 + 3 * rang
    insee: str | int = 1053 if numero == 7 else "2A004"
    return [
        f"UG{numero:04d}", residence, f"{numero} rue Fesch", insee, "AJACCIO",
        TYPES[rang], surface, FINANCEMENTS[rang], "Oui" if rang % 2 else "Non",
        f"{350 + numero},50 €", None,
    ]  # fmt: skip
