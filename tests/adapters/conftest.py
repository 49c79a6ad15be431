"""A bilan with every kind of row, for the workbook and the PDF."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fluxdesk.domain.bilan import Bilan, LigneBilan, LigneSolde, LigneSoustrait
from fluxdesk.domain.vacance import CategorieSoustrait

CALVI, BASTIA = "Calvi (2B050)", "Bastia (2B033)"


def _ligne(
    qui: str, sous: str, cases: tuple[str, ...], nombres: tuple[int, int, int]
) -> LigneBilan:
    typologie, financement, qpv, commune, periode = cases
    proposes, attribues, baux = nombres
    return LigneBilan(
        reservataire=qui,
        sous_contingent=sous,
        typologie=typologie,
        financement=financement,
        qpv=qpv,
        commune=commune,
        periode=periode,
        proposes=proposes,
        attribues=attribues,
        baux=baux,
    )


def _solde(cle: str, nom: str, taux: int | None, du: Fraction, servi: int) -> LigneSolde:
    parent = cle.split("/", maxsplit=1)[0] if "/" in cle else ""
    return LigneSolde(cle=cle, nom=nom, parent=parent, taux=taux, du=du, servi=servi)


@pytest.fixture
def bilan() -> Bilan:
    """The bilan of the Préfecture: a zero row, parts, the landlord, thirds of dwellings."""
    return Bilan(
        annee=2025,
        bailleur="Habitat Balagne",
        siret="123 456 789 00012",
        destinataire="Préfecture",
        reservataire=None,
        lignes=(
            _ligne("État", "prioritaires", ("T3", "PLUS", "QPV", CALVI, "1949-1974"), (3, 2, 1)),
            _ligne("État", "agents", ("T2", "PLAI", "hors QPV", BASTIA, "1975-1989"), (2, 1, 1)),
            _ligne("Calvi", "", ("T3", "PLUS", "hors QPV", CALVI, "1975-1989"), (4, 4, 2)),
            _ligne(
                "Bailleur (non réservé)", "", ("T4", "PLS", "QPV", BASTIA, "1949-1974"), (5, 3, 2)
            ),
            LigneBilan(reservataire="Département"),
        ),
        soustraits=(
            LigneSoustrait(categorie=CategorieSoustrait.VENTE, nombre=2),
            LigneSoustrait(categorie=CategorieSoustrait.MUTATION, nombre=1),
        ),
        soldes=(
            _solde("1", "État", 3000, Fraction(26, 3), 9),
            _solde("1/P", "État (prioritaires)", 2500, Fraction(22, 3), 6),
            _solde("1/A", "État (agents)", 500, Fraction(4, 3), 3),
            _solde("2", "Calvi", 2000, Fraction(17, 3), 4),
            _solde("3", "Département", 300, Fraction(1, 3), 0),
            _solde("bailleur", "Bailleur (non réservé)", None, Fraction(28, 3), 11),
        ),
        soldes_annee=(
            _solde("1", "État", 3000, Fraction(21, 5), 5),
            _solde("1/P", "État (prioritaires)", 2500, Fraction(7, 2), 3),
            _solde("1/A", "État (agents)", 500, Fraction(7, 10), 2),
            _solde("2", "Calvi", 2000, Fraction(14, 5), 4),
            _solde("bailleur", "Bailleur (non réservé)", None, Fraction(33, 5), 5),
        ),
        liberations=14,
    )


@pytest.fixture
def bilan_vide() -> Bilan:
    """The bilan of a landlord who has recorded nothing."""
    return Bilan(
        annee=2025,
        bailleur="OPH",
        siret="",
        destinataire="Préfecture",
        reservataire=None,
        lignes=(),
        soustraits=(),
        soldes=(),
        soldes_annee=(),
        liberations=0,
    )
