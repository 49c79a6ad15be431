"""The cells of the workbooks of the scripted year, computed by hand from ``chiffres``."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from tests.services.annee.chiffres import Quatre

# Name, rate; due, served, balance of the year; the same since the first day; whether it adds up;
# what was carried in (balance since the first day less that of the year); due rounded half up.
Compte: TypeAlias = tuple[
    str, float | None, float, int, float, float, int, float, str | None, float, int
]

COMPTES_2026: tuple[Compte, ...] = (
    ("État", 0.30, 4.80, 4, 0.80, 4.80, 4, 0.80, "oui", 0, 5),
    ("   État (prioritaires)", 0.25, 4.00, 4, 0.00, 4.00, 4, 0.00, "non", 0, 4),
    ("   État (agents)", 0.05, 0.80, 0, 0.80, 0.80, 0, 0.80, "non", 0, 1),
    ("Action Logement", 0.24, 4.56, 5, -0.44, 4.56, 5, -0.44, "oui", 0, 5),
    ("Ville d’Ajaccio", 0.10, 1.40, 4, -2.60, 1.40, 4, -2.60, "oui", 0, 1),
    ("Haute-Corse", 0.10, 0.50, 1, -0.50, 0.50, 1, -0.50, "oui", 0, 1),
    ("Bailleur (non réservé)", None, 7.74, 5, 2.74, 7.74, 5, 2.74, "non", 0, 8),
    # 4.80 + 4.56 + 1.40 + 0.50; 4 + 5 + 4 + 1
    ("Total des réservataires", None, 11.26, 14, -2.74, 11.26, 14, -2.74, None, 0, 11),
)
COMPTES_2027: tuple[Compte, ...] = (
    ("État", 0.30, 0.30, 0, 0.30, 5.10, 4, 1.10, "oui", 0.80, 0),
    ("   État (prioritaires)", 0.25, 0.25, 0, 0.25, 4.25, 4, 0.25, "non", 0.00, 0),
    ("   État (agents)", 0.05, 0.05, 0, 0.05, 0.85, 0, 0.85, "non", 0.80, 0),
    ("Action Logement", 0.24, 0.24, -1, 1.24, 4.80, 4, 0.80, "oui", -0.44, 0),
    ("Ville d’Ajaccio", 0.10, 0.10, 1, -0.90, 1.50, 5, -3.50, "oui", -2.60, 0),
    ("Haute-Corse", 0.10, 0.00, 1, -1.00, 0.50, 2, -1.50, "oui", -0.50, 0),
    ("Bailleur (non réservé)", None, 0.36, 0, 0.36, 8.10, 5, 3.10, "non", 2.74, 0),
    # 0.30 + 0.24 + 0.10; 0 - 1 + 1 + 1; 5.10 + 4.80 + 1.50 + 0.50; 4 + 4 + 5 + 2
    ("Total des réservataires", None, 0.64, 1, -0.36, 11.90, 15, -3.10, None, -2.74, 1),
)

# Freed into the flux, taken out, then the four measures.
TERRITOIRES_2026: dict[tuple[str, str, str], tuple[int, int, *Quatre]] = {
    # 1 3 5 14 15 16 9 10 12 freed into the flux, 14 and 16 for the Ville alone; taken out 18 22
    ("2A", "242010056", "hors QPV"): (9, 2, 12, 9, 8, 3),
    ("2A", "242010056", "QPV"): (3, 2, 8, 4, 2, 5),  # 2 4 11; taken out 17 23
    ("2B", "242000354", "hors QPV"): (4, 1, 6, 3, 3, 3),  # 6 8 21 13; taken out 19
    ("2B", "242000354", "QPV"): (1, 0, 1, 1, 1, 0),  # 7
}

# Foreseen, done, gap: each forecast beside what was done for it, then what nobody foresaw.
RELOGEMENTS_2026 = (
    # 22 (T1 in Ajaccio) for one of the two foreseen anywhere
    ("mutation dans le parc", None, None, None, None, 2, 1, -1),
    # dwellings 17 of type T3 and 23 of type T2, in QPV
    ("relogement de renouvellement urbain", "Les Cannes", "Ajaccio (2A004)", None, None, 3, 2, -1),
    ("copropriété dégradée", None, None, None, None, 1, 0, -1),
    ("habitat indigne", None, "Bastia (2B033)", "hors QPV", "T2", 0, 1, 1),  # 19
    ("vente", None, "Ajaccio (2A004)", "hors QPV", "T4", 0, 1, 1),  # 18
)
