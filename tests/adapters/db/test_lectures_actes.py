"""The lists of vacancies, offers and actions, and the counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Etape, Qualification
from tests.adapters.db.exemples import (
    CONVENTION,
    ORIENTATION,
    RESERVATAIRE,
    VACANCE,
    importer,
    logement,
)

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.adapters.db.base import SqlBase
    from fluxdesk.services.depots import UnitOfWork

JOUR = date(2026, 11, 22)


def _vacance(uow: UnitOfWork, logement_id: int, jour: date, qualification: Qualification) -> int:
    made = replace(
        VACANCE, id=0, logement_id=logement_id, date_conge=jour, qualification=qualification
    )
    return uow.vacances.enregistrer(made)


def _offre(uow: UnitOfWork, vacance_id: int, issue: IssueOrientation, **autres: object) -> int:
    rank = len(uow.orientations.toutes()) + 1
    made = replace(ORIENTATION, id=0, numero=f"2026-{rank:03}", vacance_id=vacance_id, issue=issue)
    return uow.orientations.enregistrer(replace(made, **autres))  # type: ignore[arg-type] # fields of it


@pytest.fixture
def agence(base: SqlBase) -> SqlBase:
    """Seven dwellings freed, one at each step and one twice offered."""
    with base.transaction() as uow:
        importer(uow, *(logement(f"k{n}", programme=f"Bât. {n}") for n in range(1, 9)))
        uow.reservataires.enregistrer(replace(RESERVATAIRE, id=0))
        uow.conventions.enregistrer(replace(CONVENTION, id=0))
        _vacance(uow, 1, date(2026, 1, 1), Qualification.SOUSTRAIT)
        _vacance(uow, 2, date(2026, 2, 1), Qualification.FLUX)
        _vacance(uow, 3, date(2026, 9, 1), Qualification.A_QUALIFIER)
        _vacance(uow, 4, date(2026, 4, 1), Qualification.FLUX)
        _vacance(uow, 5, date(2026, 3, 1), Qualification.FLUX)
        _vacance(uow, 6, date(2026, 3, 1), Qualification.FLUX)
        _vacance(uow, 7, date(2025, 7, 1), Qualification.FLUX)
        _offre(uow, 2, IssueOrientation.BAIL_SIGNE)
        _offre(uow, 4, IssueOrientation.REFUSEE)
        _offre(uow, 4, IssueOrientation.EN_COURS, sous_contingent="AGENTS")
        _offre(uow, 5, IssueOrientation.EN_COURS)
        _offre(uow, 5, IssueOrientation.ANNULEE)
        _offre(uow, 6, IssueOrientation.REFUSEE, motif_issue="Trop petit")
        _offre(uow, 7, IssueOrientation.ATTRIBUEE, reservataire_id=None, sous_contingent="")
        uow.valider()
    return base


def test_open_vacancies_come_first_then_the_oldest(agence: SqlBase) -> None:
    rows = agence.lectures.vacances(JOUR)
    assert [(row.id, row.etape) for row in rows] == [
        (7, Etape.ATTRIBUEE),
        (5, Etape.PROPOSEE),
        (6, Etape.A_ORIENTER),
        (4, Etape.PROPOSEE),
        (3, Etape.A_QUALIFIER),
        (1, Etape.HORS_FLUX),
        (2, Etape.BAIL_SIGNE),
    ]


def test_a_vacancy_names_who_holds_it_and_nobody_else(agence: SqlBase) -> None:
    held = {row.id: row for row in agence.lectures.vacances(JOUR)}
    prefecture = RESERVATAIRE.nom
    assert {ident: row.destinataire for ident, row in held.items()} == {
        1: "",
        2: f"{prefecture} (Prioritaires)",
        3: "",
        4: f"{prefecture} (Agents de l’État)",
        5: f"{prefecture} (Prioritaires)",
        6: "",  # it refused
        7: "Bailleur",
    }
    assert (held[4].orientation_id, held[4].numero_offre) == (3, "2026-003")
    assert held[4].echeance == ORIENTATION.echeance
    assert (held[6].orientation_id, held[6].numero_offre, held[6].echeance) == (None, "", None)


def test_a_dwelling_offered_to_several_names_the_first_to_answer(agence: SqlBase) -> None:
    soon, later = date(2026, 12, 1), date(2026, 12, 20)
    with agence.transaction() as uow:
        ident = _vacance(uow, 8, date(2026, 5, 1), Qualification.FLUX)
        _offre(uow, ident, IssueOrientation.EN_COURS, echeance=later)
        first = _offre(uow, ident, IssueOrientation.EN_COURS, echeance=soon, sous_contingent="")
        _offre(uow, ident, IssueOrientation.REFUSEE)
        uow.valider()
    row = next(r for r in agence.lectures.vacances(JOUR) if r.id == ident)
    assert (row.etape, row.orientation_id, row.echeance) == (Etape.PROPOSEE, first, soon)
    assert row.destinataire == f"{RESERVATAIRE.nom} et 1\u00a0autre"
    assert [r.id for r in agence.lectures.vacances(JOUR, "2026-008")] == [ident]
    with agence.transaction() as uow:
        chosen = replace(uow.orientations.lire(first - 1), issue=IssueOrientation.ATTRIBUEE)
        uow.orientations.enregistrer(chosen)
        uow.valider()
    held = next(r for r in agence.lectures.vacances(JOUR) if r.id == ident)
    assert (held.etape, held.destinataire) == (
        Etape.ATTRIBUEE,
        f"{RESERVATAIRE.nom} (Prioritaires)",
    )


def test_a_vacancy_tells_its_age_on_the_day_asked(agence: SqlBase) -> None:
    ages = {row.id: row.age_jours for row in agence.lectures.vacances(date(2026, 3, 11))}
    assert (ages[5], ages[3]) == (10, -174)


@pytest.mark.parametrize(
    ("texte", "ids"),
    [
        ("k4", [4]),
        ("BÂT. K6", [6]),
        ("prefecture agents", [4]),
        ("2026-003", [4]),
        ("a orienter", [6]),
        ("PROPOSÉE", [5, 4]),
        ("soustrait", [1]),
        ("100%", []),
    ],
)
def test_vacancies_are_searched_by_dwelling_recipient_number_and_step(
    agence: SqlBase, texte: str, ids: list[int]
) -> None:
    assert [row.id for row in agence.lectures.vacances(JOUR, texte)] == ids


def test_the_time_line_of_a_vacancy_holds_every_offer(agence: SqlBase) -> None:
    rows = agence.lectures.orientations(5)
    assert [(row.numero, row.issue) for row in rows] == [
        ("2026-004", "en cours"),
        ("2026-005", "annulée"),
    ]
    refused = agence.lectures.orientations(6)[0]
    assert refused.motif_issue == "Trop petit"
    assert refused.derogation == ORIENTATION.derogation
    assert agence.lectures.orientations(3) == []


def test_a_part_that_no_convention_names_any_more_shows_its_code(agence: SqlBase) -> None:
    with agence.transaction() as uow:
        uow.conventions.enregistrer(replace(CONVENTION, avenants=()))
        uow.valider()
    assert agence.lectures.orientations(5)[0].destinataire == f"{RESERVATAIRE.nom} (PRIO)"


def test_years_of_bilan_hold_an_offer_or_a_vacancy(agence: SqlBase) -> None:
    assert agence.lectures.annees_de_bilan() == [2026, 2025]
    with agence.transaction() as uow:
        _offre(uow, 3, IssueOrientation.EN_COURS, jour=date(2027, 1, 1))
        uow.valider()
    assert agence.lectures.annees_de_bilan() == [2027, 2026, 2025]
    with agence.transaction() as uow:
        late = uow.orientations.de_la_vacance(3)[-1]
        let = replace(late, issue=IssueOrientation.BAIL_SIGNE, date_bail=date(2028, 1, 4))
        uow.orientations.enregistrer(let)
        uow.valider()
    assert agence.lectures.annees_de_bilan() == [2028, 2027, 2026, 2025]


def test_the_state_of_the_base_is_told(agence: SqlBase, chemin: Path) -> None:
    state = agence.lectures.etat()
    assert (state.chemin, state.logements, state.vacances) == (str(chemin), 8, 7)
    assert state.derniere_sauvegarde == datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def _ecrire(base: SqlBase, *actions: tuple[str, str]) -> None:
    with base.transaction() as uow:
        for action, objet in actions:
            uow.journal.ecrire(action, objet, f"{action} sur {objet}", motif="100% sûr")
        uow.valider()


def test_the_journal_shows_the_newest_first_and_what_can_be_undone(base: SqlBase) -> None:
    _ecrire(
        base,
        ("import.patrimoine", "lot:1"),
        ("import.patrimoine", "lot:2"),
        ("import.annuler", "lot:1"),
        ("orientation.creer", "orientation:1"),
        ("orientation.creer", "orientation:11"),
        ("orientation.annuler", "orientation:11"),
        ("orientation.issue", "orientation:1"),
        ("import.vacances", "lot:0"),
    )
    rows = base.lectures.journal()
    assert [row.numero for row in rows] == [9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert [row.numero for row in rows if row.annulable] == [8, 5, 3]
    assert rows[0].quand == datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    assert rows[0].auteur == "m.rossi"


@pytest.mark.parametrize(
    ("texte", "numeros"),
    [
        ("", [3, 2, 1]),
        ("creee", [1]),
        ("100%", [3, 2]),
        ("orientation sur", [3]),
        ("ROSSI lot", [2]),
        ("introuvable", []),
    ],
)
def test_the_journal_is_searched(base: SqlBase, texte: str, numeros: list[int]) -> None:
    _ecrire(base, ("import.patrimoine", "lot:1"), ("orientation.creer", "orientation:1"))
    assert [row.numero for row in base.lectures.journal(texte)] == numeros


def test_the_journal_stops_where_it_is_told(base: SqlBase) -> None:
    _ecrire(base, ("a", "b:1"), ("a", "b:2"))
    assert [row.numero for row in base.lectures.journal(limite=2)] == [3, 2]
