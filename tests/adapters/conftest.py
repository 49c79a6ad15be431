"""A bilan with every kind of row, for the workbook and the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from fluxdesk.domain.bilan import Bilan, LigneBilan, LigneSolde, LigneSoustrait
from fluxdesk.domain.bilan_faits import FaitOffre, Lieu, LogementVu
from fluxdesk.domain.periode import annuelle
from fluxdesk.domain.vacance import CategorieSoustrait

CALVI, BASTIA = "Calvi (2B050)", "Bastia (2B033)"


def _ligne(qui: str, sous: str, cases: tuple[str, ...], nombres: tuple[int, ...]) -> LigneBilan:
    typologie, financement, qpv, commune, periode = cases
    proposes, attribues, baux, *sans_suite = nombres
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
        sans_suite=sum(sans_suite),
    )


def _solde(cle: str, nom: str, taux: int | None, du: Fraction, servi: int) -> LigneSolde:
    parent = cle.split("/", maxsplit=1)[0] if "/" in cle else ""
    return LigneSolde(cle=cle, nom=nom, parent=parent, taux=taux, du=du, servi=servi)


def _offres(lignes: tuple[LigneBilan, ...]) -> tuple[FaitOffre, ...]:
    """The offers that these rows count, one by one."""
    return tuple(
        FaitOffre(
            numero=f"2025-{rank:03d}",
            vacance_id=rank,
            partie="2",
            reservataire=ligne.reservataire,
            sous_contingent=ligne.sous_contingent,
            lieu=Lieu(departement="2B", epci="200", commune=ligne.commune, qpv=ligne.qpv),
            logement=LogementVu(
                id_interne=f"00{rank}",
                typologie=ligne.typologie,
                financement=ligne.financement,
                periode=ligne.periode,
                surface=64,
                loyer=35_050,
                loyer_max=35_050 + 1000 * (rank % 3 - 1),
                annee_construction=1968,
            ),
            jour=date(2025, 3, rank + 1),
            cause_liberation="décès",
            cause_echec="aucun candidat dans le délai" if rank < ligne.sans_suite else "",
            responsable="réservataire" if rank < ligne.sans_suite else "",
            proposes=1,
            attribues=int(rank < ligne.attribues),
            baux=int(rank < ligne.baux),
            sans_suite=int(rank < ligne.sans_suite),
        )
        for ligne in lignes
        for rank in range(ligne.proposes)
    )


@pytest.fixture
def bilan() -> Bilan:
    """The bilan of the Préfecture: a zero row, parts, the landlord, thirds of dwellings."""
    lacking = _bilan()
    return replace(lacking, detail=_offres(lacking.lignes))


def _bilan() -> Bilan:
    return Bilan(
        periode=annuelle(2025),
        bailleur="Habitat Balagne",
        siret="123 456 789 00012",
        destinataire="Préfecture",
        reservataire=None,
        lignes=(
            _ligne("État", "prioritaires", ("T3", "PLUS", "QPV", CALVI, "1949-1974"), (3, 2, 1, 1)),
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
        periode=annuelle(2025),
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
