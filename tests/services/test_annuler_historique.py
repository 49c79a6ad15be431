"""Undoing an import of past years: the bilan, the accounts and the suggestion are as before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.flux.evenements import Annulation
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import (
    CategorieSoustrait,
    CauseLiberation,
    Qualification,
    Vacance,
    retiree,
)
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.annuler_historique import annuler_historique
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.enregistrer_conge import enregistrer_conge
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.etablir_bilan import etablir_bilan
from fluxdesk.services.lots_du_journal import LotToucheError
from fluxdesk.services.qualifier_vacance import qualifier_vacance
from fluxdesk.services.suggerer_orientation import suggerer_orientation
from fluxdesk.services.tenir_registre import charger_registre
from tests.services.historiques import BAIL, REFUS, SUITE, importer
from tests.services.monde import ACTION_LOGEMENT, HORLOGE, TERRITOIRES, conge, monde, orienter

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow

EN_COURS = SUITE | {"issue": "", "date_attribution": "", "date_bail": ""}
SOUSTRAIT = {
    "logement": "interne:3",
    "date_conge": "01/02/2025",
    "qualification": "soustrait",
    "categorie": "vente",
}


def etat(uow: MemoireUow) -> tuple[object, ...]:
    """What the officer sees of the accounts."""
    with uow:
        soldes = charger_registre(uow=uow).soldes()
        waiting = uow.vacances.enregistrer(
            Vacance(
                logement_id=5,
                date_conge=date(2026, 3, 1),
                cause=CauseLiberation.CONGE,
                qualification=Qualification.FLUX,
            )
        )
        uow.valider()
    bilans = [
        replace(
            etablir_bilan(2025, reservataire_id=who, uow=uow, territoires=TERRITOIRES), detail=()
        )
        for who in (None, ACTION_LOGEMENT)
    ]
    shown = suggerer_orientation(waiting, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)
    return soldes, bilans, shown.texte, shown.destinataire, shown.suggestion.classement


def annuler(uow: MemoireUow, lot: int = 2) -> tuple[int, int]:
    return annuler_historique(lot, uow=uow, motif="mauvaise année")


def test_an_undone_year_leaves_the_base_as_it_was_and_its_traces() -> None:
    bare, undone = monde(), monde()
    importer(undone, [REFUS, SUITE, BAIL | {"logement": "interne:2"}, SOUSTRAIT])
    assert annuler(undone) == (3, 2 + 1)
    assert etat(undone) == etat(bare)
    with undone:
        gone = undone.vacances.toutes()[:3]
        events = undone.evenements.tous()
        issues = {o.issue for o in undone.orientations.toutes()}
        entree = list(undone.journal.toutes())[-1]
    assert all(retiree(vacance) for vacance in gone)
    assert {v.qualification for v in gone} == {Qualification.HORS_CHAMP}
    assert sum(isinstance(e, Annulation) for e in events) * 2 == len(events)
    assert issues == {IssueOrientation.ANNULEE}
    assert (entree.action, entree.objet, entree.motif) == (
        "import.annuler",
        "lot:2",
        "mauvaise année",
    )


def test_the_mended_file_comes_back_over_what_was_undone() -> None:
    once, twice = monde(), monde()
    importer(once, [BAIL, SOUSTRAIT])
    importer(twice, [REFUS, SUITE, SOUSTRAIT])
    annuler(twice)
    rapport = importer(twice, [BAIL, SOUSTRAIT])
    assert rapport.creees == 2
    with twice:
        assert len(twice.vacances.toutes()) == 2
        assert [o.numero for o in twice.orientations.toutes()][-1] == "2025-003"
    assert etat(twice) == etat(once)
    annuler(twice, rapport.lot)
    with twice:
        assert all(retiree(vacance) for vacance in twice.vacances.toutes()[:2])


def test_a_vacancy_known_before_is_put_back() -> None:
    uow = monde()
    for rang in (1, 2):
        enregistrer_conge(
            Vacance(
                logement_id=rang,
                date_conge=date(2025, 2, 1),
                disponibilite=date(2025, 5, 1) if rang == 1 else None,
                cause=CauseLiberation.DECES,
            ),
            uow=uow,
        )
    with uow:
        before = uow.vacances.toutes()
    importer(uow, [BAIL, BAIL | {"logement": "interne:2"}])
    annuler(uow)
    with uow:
        assert uow.vacances.toutes() == before


def test_a_vacancy_that_was_in_the_flux_already_is_left_alone() -> None:
    uow = monde()
    enregistrer_conge(
        Vacance(
            logement_id=1,
            date_conge=date(2025, 2, 1),
            cause=CauseLiberation.CONGE,
            qualification=Qualification.FLUX,
        ),
        uow=uow,
    )
    importer(uow, [BAIL])
    assert annuler(uow) == (0, 1)
    with uow:
        (known,) = uow.vacances.toutes()
    assert known.qualification is Qualification.FLUX


def test_a_category_comes_back_from_the_journal() -> None:
    uow = monde()
    importer(uow, [SOUSTRAIT])
    annuler(uow)
    importer(uow, [SOUSTRAIT])
    with uow:
        (back,) = uow.vacances.toutes()
    assert back.categorie_soustrait is CategorieSoustrait.VENTE


def test_nothing_is_undone_once_the_ledger_went_on() -> None:
    uow = monde()
    importer(uow, [BAIL])
    made = orienter(uow, conge(uow, 2))
    with pytest.raises(LotToucheError, match="ont vécu depuis"):
        annuler(uow)
    annuler_orientation(made.id, motif="erreur", uow=uow)
    assert annuler(uow) == (1, 1)


def test_nothing_is_undone_once_one_of_its_offers_was_answered() -> None:
    uow = monde()
    importer(uow, [EN_COURS])
    enregistrer_issue(1, IssueOrientation.REFUSEE, jour=date(2026, 3, 3), uow=uow)
    with pytest.raises(LotToucheError, match="ont vécu depuis"):
        annuler(uow)


def test_nothing_is_undone_once_one_of_its_vacancies_was_qualified() -> None:
    uow = monde()
    importer(uow, [{"logement": "interne:1", "date_conge": "01/02/2025"}])
    qualifier_vacance(1, Qualification.FLUX, uow=uow)
    with pytest.raises(LotToucheError, match="annulez d’abord ce qui l’a suivi"):
        annuler(uow)


def test_nothing_is_undone_under_candidates() -> None:
    uow = monde()
    importer(uow, [EN_COURS])
    with uow:
        uow.candidats.enregistrer(
            Candidat(orientation_id=1, numero_unique="111031801698200001", nom="Exemple")
        )
        uow.valider()
    with pytest.raises(LotToucheError, match="candidats"):
        annuler(uow)


def test_years_are_undone_from_the_last() -> None:
    uow = monde()
    importer(uow, [REFUS])
    importer(uow, [SUITE])
    with pytest.raises(LotToucheError):
        annuler(uow, 2)
    annuler(uow, 3)
    annuler(uow, 2)
    with pytest.raises(FluxDeskError, match="déjà annulé"):
        annuler(uow, 2)
    with pytest.raises(IntrouvableError):
        annuler(uow, 1)


def test_it_is_undone_from_the_journal() -> None:
    uow = monde()
    importer(uow, [BAIL])
    with uow:
        entree = annulables(uow.journal.toutes())[-1]
    assert "essai.csv" in annuler_action(entree.numero, motif="x", transaction=lambda: uow)
    with uow:
        assert entree not in annulables(uow.journal.toutes())
