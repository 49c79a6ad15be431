"""Conventions, the parties they make, vacancies' stages, bilan totals."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from fluxdesk.domain.bilan import AxeBilan, LigneBilan, LigneSolde, totaux
from fluxdesk.domain.convention import Avenant, Convention, SousContingent
from fluxdesk.domain.flux.parties import BAILLEUR, Axe, Cible, Zone
from fluxdesk.domain.logement import Logement
from fluxdesk.domain.orientation import IssueOrientation, Orientation
from fluxdesk.domain.parties import cle_partie, lire_cle, parties_du_flux, unite_du_flux
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.territoire import Commune
from fluxdesk.domain.vacance import CauseLiberation, Etape, Qualification, Vacance, etape

ETAT = Reservataire(id=1, nom="État", categorie=Categorie.ETAT)
PARTS = (
    SousContingent(code="prioritaires", nom="prioritaires", dix_milliemes=2500),
    SousContingent(code="agents", nom="agents publics", dix_milliemes=500),
)


def convention(*avenants: Avenant) -> Convention:
    return Convention(
        reservataire_id=1,
        avenants=avenants,
        assiette=Zone.partout(),
        territoire=Zone.partout(),
        report=2,
        etalement=40,
        cibles=(Cible(Axe.FINANCEMENT, "PLAI", 4000),),
    )


def test_the_last_avenant_that_holds_the_day_gives_the_rate() -> None:
    held = convention(
        Avenant(numero=0, dix_milliemes=2000, debut=date(2024, 1, 1), fin=date(2025, 12, 31)),
        Avenant(numero=1, dix_milliemes=2600, debut=date(2026, 1, 1)),
    )
    assert held.dix_milliemes_au(date(2025, 6, 1)) == 2000
    assert held.dix_milliemes_au(date(2026, 1, 1)) == 2600
    assert held.dix_milliemes_au(date(2023, 12, 31)) == 0
    assert held.avenant_au(date(2023, 12, 31)) is None


def test_sub_contingents_become_children_with_their_own_rates() -> None:
    held = convention(
        Avenant(numero=0, dix_milliemes=2500, fin=date(2025, 12, 31)),
        Avenant(numero=1, dix_milliemes=3000, debut=date(2026, 1, 1), sous_contingents=PARTS),
    )
    head, first, second, before = parties_du_flux([held], {1: ETAT})
    assert (head.cle, head.nom, head.parent, head.report) == ("1/", "État", None, 2)
    assert (first.cle, first.nom, first.parent) == ("1/prioritaires", "État (prioritaires)", "1/")
    assert second.taux_au(date(2026, 5, 1)) == 500
    assert (first.report, first.cibles) == (0, ())
    assert (before.cle, before.nom) == ("1", "État (sans sous-contingent)")
    assert [before.taux_au(date(year, 5, 1)) for year in (2025, 2026)] == [2500, 0]
    assert lire_cle(head.cle) == lire_cle(before.cle) == (1, "")


@pytest.mark.parametrize(
    ("ident", "sous", "cle"), [(None, "", BAILLEUR), (4, "", "4"), (4, "agents", "4/agents")]
)
def test_a_party_key_is_read_as_it_is_written(ident: int | None, sous: str, cle: str) -> None:
    assert cle_partie(ident, sous) == cle
    assert lire_cle(cle) == (ident, sous)


def test_a_dwelling_enters_the_ledger_with_the_values_of_the_mix() -> None:
    vacance = Vacance(id=7, logement_id=3, date_conge=date(2026, 3, 1), cause=CauseLiberation.CONGE)
    unite = unite_du_flux(
        vacance,
        Logement(cle="x", qpv=False, typologie="T3", annee_construction=1998),
        commune=Commune(code="2A004", nom="Ajaccio", departement="2A", epci="242010056"),
        jour=date(2026, 4, 1),
    )
    assert (unite.cle, unite.jour, unite.commune) == ("7", date(2026, 4, 1), "2A004")
    assert unite.epci == "242010056"
    assert (unite.qpv, unite.typologie, unite.periode) == ("hors QPV", "T3", "1990-1999")


def test_an_unknown_commune_leaves_the_dwelling_where_it_says_it_is() -> None:
    vacance = Vacance(id=7, logement_id=3, date_conge=date(2026, 3, 1), cause=CauseLiberation.CONGE)
    logement = Logement(cle="x", commune="99999", epci="242010056")
    unite = unite_du_flux(vacance, logement, commune=None, jour=date(2026, 4, 1))
    assert (unite.commune, unite.epci) == ("99999", "242010056")
    alone = Commune(code="98735", nom="Papeete", departement="987")
    assert (
        unite_du_flux(vacance, logement, commune=alone, jour=date(2026, 4, 1)).epci == "242010056"
    )


def vacance(qualification: Qualification) -> Vacance:
    return Vacance(
        logement_id=1,
        date_conge=date(2026, 3, 1),
        cause=CauseLiberation.CONGE,
        qualification=qualification,
    )


def offer(issue: IssueOrientation) -> Orientation:
    return Orientation(
        numero="2026-001", vacance_id=1, jour=date(2026, 3, 2), reservataire_id=1, issue=issue
    )


@pytest.mark.parametrize(
    ("qualification", "issue", "stage"),
    [
        (Qualification.A_QUALIFIER, None, Etape.A_QUALIFIER),
        (Qualification.SOUSTRAIT, None, Etape.HORS_FLUX),
        (Qualification.FLUX, None, Etape.A_ORIENTER),
        (Qualification.FLUX, IssueOrientation.EN_COURS, Etape.PROPOSEE),
        (Qualification.FLUX, IssueOrientation.ATTRIBUEE, Etape.ATTRIBUEE),
        (Qualification.FLUX, IssueOrientation.BAIL_SIGNE, Etape.BAIL_SIGNE),
        (Qualification.FLUX, IssueOrientation.REFUSEE, Etape.A_ORIENTER),
        (Qualification.FLUX, IssueOrientation.SANS_CANDIDAT, Etape.A_ORIENTER),
        (Qualification.FLUX, IssueOrientation.ANNULEE, Etape.A_ORIENTER),
        (Qualification.FLUX, IssueOrientation.ECARTEE, Etape.A_ORIENTER),
    ],
)
def test_the_stage_follows_from_qualification_and_offer(
    qualification: Qualification, issue: IssueOrientation | None, stage: Etape
) -> None:
    assert etape(vacance(qualification), [issue] if issue else []) is stage


def test_every_axis_adds_up_to_the_same_totals_and_skips_zero_rows_of_others() -> None:
    rows = (
        LigneBilan(reservataire="A", typologie="T2", financement="PLUS", proposes=2, attribues=1),
        LigneBilan(reservataire="A", typologie="T3", financement="PLUS", proposes=1, baux=1),
        LigneBilan(reservataire="B"),
    )
    by_kind = totaux(rows, AxeBilan.TYPOLOGIE)
    by_who = totaux(rows, AxeBilan.RESERVATAIRE)
    assert [(t.modalite, t.proposes) for t in by_kind] == [("T2", 2), ("T3", 1)]
    assert [(t.modalite, t.proposes, t.attribues, t.baux) for t in by_who] == [
        ("A", 3, 1, 1),
        ("B", 0, 0, 0),
    ]


def test_periods_follow_their_years_and_names_their_letters() -> None:
    old, new = "avant 1949", "2010 et après"
    rows = tuple(
        LigneBilan(reservataire=who, periode=when, proposes=1)
        for who, when in (("Ville", new), ("État", old), ("EPCI", "non renseigné"))
    )
    assert [t.modalite for t in totaux(rows, AxeBilan.PERIODE)] == ["non renseigné", old, new]
    assert [t.modalite for t in totaux(rows, AxeBilan.RESERVATAIRE)] == ["EPCI", "État", "Ville"]


def test_the_balance_is_due_less_served() -> None:
    solde = LigneSolde(cle="1", nom="A", du=Fraction(13, 4), servi=3)
    assert solde.solde == Fraction(1, 4)
