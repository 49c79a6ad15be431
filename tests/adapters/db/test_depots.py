"""Whatever is recorded reads back the same, every field of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.db.erreurs import ReservataireEnDoubleError
from fluxdesk.domain.convention import Avenant
from fluxdesk.domain.echec import Responsable
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.flux.evenements import Refus
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Qualification
from tests.adapters.db.exemples import (
    BAILLEUR,
    CONVENTION,
    EVENEMENTS,
    LOGEMENT,
    ORIENTATION,
    RESERVATAIRE,
    VACANCE,
    importer,
    logement,
    remplir,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.adapters.db.base import SqlBase
    from fluxdesk.services.depots import UnitOfWork


@pytest.fixture
def remplie(base: SqlBase) -> SqlBase:
    with base.transaction() as uow:
        remplir(uow)
        uow.valider()
    return base


def test_everything_reads_back_the_same_from_the_reopened_file(
    remplie: SqlBase, chemin: Path, ouvrir: Callable[[Path], SqlBase]
) -> None:
    remplie.fermer()
    with ouvrir(chemin).transaction() as uow:
        assert uow.bailleurs.lire() == BAILLEUR
        assert uow.logements.lire(1) == LOGEMENT
        assert uow.reservataires.lire(1) == RESERVATAIRE
        assert uow.conventions.lire(1) == CONVENTION
        assert uow.vacances.lire(1) == VACANCE
        assert uow.orientations.lire(1) == ORIENTATION
        assert tuple(uow.evenements.tous()) == EVENEMENTS


def test_whose_doing_a_failure_was_reads_back(remplie: SqlBase) -> None:
    for number, owner in enumerate(Responsable, start=10):
        with remplie.transaction() as uow:
            uow.evenements.ajouter(Refus(number, "1", "1/PRIO", owner), 1)
            uow.valider()
        with remplie.transaction() as uow:
            assert uow.evenements.depuis(number - 1) == (Refus(number, "1", "1/PRIO", owner),)


def test_lists_hold_what_was_recorded_in_order(remplie: SqlBase) -> None:
    with remplie.transaction() as uow:
        assert [item.cle for item in uow.logements.tous()] == [LOGEMENT.cle, "k2"]
        assert uow.reservataires.tous() == (RESERVATAIRE,)
        assert uow.conventions.toutes() == (CONVENTION,)
        assert uow.vacances.toutes() == (VACANCE,)
        assert uow.orientations.toutes() == (ORIENTATION,)
        assert uow.orientations.de_la_vacance(1) == (ORIENTATION,)
        assert tuple(uow.evenements.de_l_orientation(1)) == EVENEMENTS
        assert uow.evenements.de_l_orientation(2) == ()


def test_overwriting_changes_every_field_and_adds_no_row(remplie: SqlBase) -> None:
    with remplie.transaction() as uow:
        who = replace(RESERVATAIRE, nom="Ville d’Ajaccio", adresse=())
        uow.reservataires.enregistrer(who)
        agreement = replace(CONVENTION, reference="", cibles=(), assiette=Zone(), signature=None)
        uow.conventions.enregistrer(agreement)
        vacancy = replace(
            VACANCE, qualification=Qualification.FLUX, categorie_soustrait=None, observation=""
        )
        uow.vacances.enregistrer(vacancy)
        offer = replace(ORIENTATION, reservataire_id=None, issue=IssueOrientation.REFUSEE)
        uow.orientations.enregistrer(offer)
        landlord = replace(BAILLEUR, logo=None, ville="Bastia")
        uow.bailleurs.enregistrer(landlord)
        uow.valider()
    with remplie.transaction() as uow:
        assert uow.reservataires.tous() == (who,)
        assert uow.conventions.toutes() == (agreement,)
        assert uow.vacances.toutes() == (vacancy,)
        assert uow.orientations.toutes() == (offer,)
        assert uow.bailleurs.lire() == landlord


@pytest.mark.parametrize(
    "avenants",
    [
        pytest.param((), id="none"),
        pytest.param(CONVENTION.avenants[:1], id="one fewer"),
        pytest.param(
            (*CONVENTION.avenants, Avenant(numero=2, dix_milliemes=100, debut=date(2027, 1, 1))),
            id="one more",
        ),
        pytest.param(tuple(reversed(CONVENTION.avenants)), id="in another order"),
        pytest.param(
            (replace(CONVENTION.avenants[0], sous_contingents=()), CONVENTION.avenants[1]),
            id="without its parts",
        ),
    ],
)
def test_a_convention_keeps_exactly_the_avenants_it_is_given(
    remplie: SqlBase, avenants: tuple[Avenant, ...]
) -> None:
    with remplie.transaction() as uow:
        uow.conventions.enregistrer(replace(CONVENTION, avenants=avenants))
        uow.valider()
    with remplie.transaction() as uow:
        assert uow.conventions.lire(1).avenants == avenants


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("  PREFECTURE de la corse-du-sud ", True),
        ("Préfecture de la Corse-du-Sud", True),
        ("Préfecture", False),
    ],
)
def test_a_reservataire_is_found_whatever_the_case_and_accents(
    remplie: SqlBase, name: str, *, found: bool
) -> None:
    with remplie.transaction() as uow:
        assert (uow.reservataires.trouver(name) == RESERVATAIRE) is found


def test_two_reservataires_cannot_bear_one_name(remplie: SqlBase) -> None:
    with (
        remplie.transaction() as uow,
        pytest.raises(ReservataireEnDoubleError, match="porte déjà le nom"),
    ):
        uow.reservataires.enregistrer(
            replace(RESERVATAIRE, id=0, nom="PRÉFECTURE DE LA CORSE-du-sud")
        )


def test_the_convention_of_a_reservataire_is_found_by_it(remplie: SqlBase) -> None:
    with remplie.transaction() as uow:
        assert uow.conventions.du_reservataire(1) == CONVENTION
        assert uow.conventions.du_reservataire(2) is None


def test_an_offer_is_found_by_its_number_and_counted_in_its_year(remplie: SqlBase) -> None:
    with remplie.transaction() as uow:
        assert uow.orientations.par_numero("2026-001") == ORIENTATION
        assert uow.orientations.par_numero("2026-002") is None
        assert uow.orientations.nombre_de_l_annee(2026) == 1
        assert uow.orientations.nombre_de_l_annee(2025) == 0


_ABSENT = 999


@pytest.mark.parametrize(
    "lire",
    [
        lambda uow: uow.logements.lire(_ABSENT),
        lambda uow: uow.reservataires.lire(_ABSENT),
        lambda uow: uow.conventions.lire(_ABSENT),
        lambda uow: uow.vacances.lire(_ABSENT),
        lambda uow: uow.orientations.lire(_ABSENT),
        lambda uow: uow.reservataires.enregistrer(replace(RESERVATAIRE, id=_ABSENT, nom="Autre")),
        lambda uow: uow.conventions.enregistrer(replace(CONVENTION, id=_ABSENT)),
        lambda uow: uow.conventions.enregistrer(replace(CONVENTION, reservataire_id=_ABSENT)),
        lambda uow: uow.vacances.enregistrer(replace(VACANCE, id=_ABSENT)),
        lambda uow: uow.vacances.enregistrer(replace(VACANCE, logement_id=_ABSENT)),
        lambda uow: uow.orientations.enregistrer(replace(ORIENTATION, id=_ABSENT)),
        lambda uow: uow.orientations.enregistrer(replace(ORIENTATION, vacance_id=_ABSENT)),
        lambda uow: uow.orientations.enregistrer(replace(ORIENTATION, reservataire_id=_ABSENT)),
        lambda uow: uow.logements.modifier([replace(LOGEMENT, id=_ABSENT)], 1),
    ],
)
def test_what_does_not_exist_is_named(
    remplie: SqlBase, lire: Callable[[UnitOfWork], object]
) -> None:
    with (
        remplie.transaction() as uow,
        pytest.raises(IntrouvableError, match=r"999.*n’existe pas"),
    ):
        lire(uow)


@pytest.mark.parametrize(
    ("reference", "cle"),
    [
        ("a", "a"),
        ("rpls-b", "b"),
        ("interne-b", "b"),
        ("b-aussi", "c"),
        ("", None),
        ("rien", None),
    ],
)
def test_a_dwelling_is_found_by_key_then_rpls_then_landlord_id(
    base: SqlBase, reference: str, cle: str | None
) -> None:
    with base.transaction() as uow:
        importer(
            uow,
            logement("a"),
            logement("b", id_rpls="rpls-b", id_interne="interne-b"),
            logement("d", id_interne="b-aussi"),
            logement("c", id_rpls="b-aussi"),
            logement("e", id_interne="a"),
        )
        found = uow.logements.trouver(reference)
        assert (found.cle if found else None) == cle


@pytest.mark.parametrize(
    ("qualification", "issue", "open_"),
    [
        (Qualification.A_QUALIFIER, None, True),
        (Qualification.FLUX, None, True),
        (Qualification.FLUX, IssueOrientation.EN_COURS, True),
        (Qualification.FLUX, IssueOrientation.REFUSEE, True),
        (Qualification.FLUX, IssueOrientation.BAIL_SIGNE, False),
        (Qualification.FLUX, IssueOrientation.ANNULEE, True),
        (Qualification.SOUSTRAIT, None, False),
    ],
)
def test_a_vacancy_is_open_until_it_is_let_or_taken_out(
    base: SqlBase, qualification: Qualification, issue: IssueOrientation | None, *, open_: bool
) -> None:
    with base.transaction() as uow:
        importer(uow, LOGEMENT)
        ident = uow.vacances.enregistrer(replace(VACANCE, id=0, qualification=qualification))
        if issue is not None:
            offer = replace(ORIENTATION, id=0, reservataire_id=None, issue=issue)
            uow.orientations.enregistrer(offer)
        found = uow.vacances.en_cours(1)
        assert (found is not None and found.id == ident) is open_
        assert uow.vacances.en_cours(2) is None


def test_a_convention_and_its_reservataire_can_be_removed(base: SqlBase) -> None:
    with base.transaction() as uow:
        who = uow.reservataires.enregistrer(replace(RESERVATAIRE, id=0))
        made = uow.conventions.enregistrer(replace(CONVENTION, id=0, reservataire_id=who))
        uow.conventions.retirer(made)
        uow.reservataires.retirer(who)
        uow.valider()
    with base.transaction() as uow:
        assert not uow.conventions.toutes()
        assert not uow.reservataires.tous()
        with pytest.raises(IntrouvableError):
            uow.conventions.retirer(made)
        with pytest.raises(IntrouvableError):
            uow.reservataires.retirer(who)
        again = uow.reservataires.enregistrer(replace(RESERVATAIRE, id=0))
    assert again > who
