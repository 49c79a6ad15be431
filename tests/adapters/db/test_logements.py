"""Dwellings by the thousand, and imports undone."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fluxdesk.adapters.db.erreurs import LotAnnuleError, LotSuiviError, LotUtiliseError
from fluxdesk.domain.droit_stock import DroitStock
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.logement import (
    Adresse,
    EtatLogement,
    Financement,
    Logement,
    TypeConstruction,
)
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.vacance import CauseLiberation, Vacance
from tests.adapters.db.exemples import LOGEMENT, importer, logement

if TYPE_CHECKING:
    from fluxdesk.adapters.db.base import SqlBase
    from fluxdesk.services.depots import UnitOfWork

_TEXTE = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_NOMBRE = st.none() | st.integers(-(2**40), 2**40)
_OUI = st.none() | st.booleans()
_ADRESSES = st.builds(Adresse, **{field.name: _TEXTE for field in fields(Adresse)})
_PARTICULIERS = {
    "id": st.just(1),
    "adresse": _ADRESSES,
    "construction": st.none() | st.sampled_from(TypeConstruction),
    "financement": st.sampled_from(Financement),
    "etat": st.sampled_from(EtatLogement),
    **dict.fromkeys(("qpv", "ascenseur", "conventionne"), _OUI),
    **dict.fromkeys(
        ("pieces", "surface", "annee_construction", "loyer", "loyer_max", "charges"), _NOMBRE
    ),
}
_LOGEMENTS = st.builds(
    Logement, **{field.name: _PARTICULIERS.get(field.name, _TEXTE) for field in fields(Logement)}
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(made=_LOGEMENTS)
def test_any_dwelling_reads_back_the_same_and_comes_back_when_its_import_is_undone(
    base: SqlBase, made: Logement
) -> None:
    with base.transaction() as uow:  # left without valider: each example finds the base empty
        lot = importer(uow, made)
        assert uow.logements.lire(1) == made
        second = uow.lots.ouvrir("suite.csv", "RPLS", "utf-8")
        uow.logements.modifier([replace(LOGEMENT, cle="autre")], second)
        assert uow.logements.lire(1).cle == "autre"
        assert uow.lots.annuler(second) == (0, 1)
        assert list(uow.logements.tous()) == [made]
        assert uow.lots.annuler(lot) == (1, 0)
        assert uow.logements.nombre() == 0


def test_twenty_thousand_dwellings_are_added_changed_and_put_back(base: SqlBase) -> None:
    many = [logement(f"k{n}", id_interne=f"{n}", surface=n) for n in range(20_000)]
    with base.transaction() as uow:
        importer(uow, *many)
        uow.valider()
    with base.transaction() as uow:
        read = list(uow.logements.tous())
        assert [replace(item, id=0) for item in read] == many
        assert uow.logements.nombre() == 20_000
        lot = uow.lots.ouvrir("suite.csv", "RPLS", "utf-8")
        uow.logements.modifier((replace(item, surface=-1) for item in read), lot)
        assert {item.surface for item in uow.logements.tous()} == {-1}
        assert uow.lots.annuler(lot) == (0, 20_000)
        assert list(uow.logements.tous()) == read


def test_an_import_of_nothing_is_nothing(base: SqlBase) -> None:
    with base.transaction() as uow:
        lot = importer(uow)
        uow.logements.modifier([], lot)
        assert uow.lots.annuler(lot) == (0, 0)


def test_an_id_is_never_given_twice(base: SqlBase) -> None:
    with base.transaction() as uow:
        importer(uow, logement("a"))
        lot = importer(uow, logement("b"))
        uow.lots.annuler(lot)
        importer(uow, logement("c"))
        assert [(item.id, item.cle) for item in uow.logements.tous()] == [(1, "a"), (3, "c")]


def test_a_dwelling_changed_twice_in_one_import_goes_back_to_the_first(base: SqlBase) -> None:
    with base.transaction() as uow:
        importer(uow, logement("a", etage="1"))
        lot = uow.lots.ouvrir("suite.csv", "RPLS", "utf-8")
        for floor in ("2", "3"):
            uow.logements.modifier([logement("a", id=1, etage=floor)], lot)
        uow.lots.annuler(lot)
        assert uow.logements.lire(1).etage == "1"


def test_a_failed_batch_names_the_dwelling_and_changes_none_of_it(base: SqlBase) -> None:
    with base.transaction() as uow:
        lot = importer(uow, logement("a", etage="1"))
        changed = [logement("a", id=1, etage="2"), logement("b", id=9)]
        with pytest.raises(IntrouvableError, match="9"):
            uow.logements.modifier(changed, lot)
        assert uow.logements.lire(1).etage == "1"


def test_an_import_is_undone_once(base: SqlBase) -> None:
    with base.transaction() as uow:
        lot = importer(uow, logement("a"))
        uow.lots.annuler(lot)
        with pytest.raises(LotAnnuleError, match="déjà annulé"):
            uow.lots.annuler(lot)


def test_an_unknown_import_cannot_be_undone_nor_closed(base: SqlBase) -> None:
    with base.transaction() as uow, pytest.raises(IntrouvableError, match=r"L’import.*7"):
        uow.lots.annuler(7)


def _liberer(uow: UnitOfWork, logement_id: int) -> None:
    uow.vacances.enregistrer(
        Vacance(logement_id=logement_id, date_conge=date(2026, 1, 5), cause=CauseLiberation.CONGE)
    )


def test_an_import_whose_dwelling_is_freed_stays(base: SqlBase) -> None:
    with base.transaction() as uow:
        lot = importer(uow, logement("a"), logement("b", id_interne="0042"))
        _liberer(uow, 2)
        with pytest.raises(LotUtiliseError, match="0042"):
            uow.lots.annuler(lot)
        assert uow.logements.nombre() == 2


def test_an_import_whose_dwelling_is_reserved_in_stock_stays(base: SqlBase) -> None:
    with base.transaction() as uow:
        lot = importer(uow, logement("a", id_interne="0042"))
        who = uow.reservataires.enregistrer(Reservataire(nom="ALS", categorie=Categorie.AUTRE))
        uow.stock.enregistrer(DroitStock(logement_id=1, reservataire_id=who))
        with pytest.raises(LotUtiliseError, match="a un droit en stock"):
            uow.lots.annuler(lot)


def test_an_import_that_only_changed_a_freed_dwelling_is_undone(base: SqlBase) -> None:
    with base.transaction() as uow:
        importer(uow, logement("a", etage="1"))
        _liberer(uow, 1)
        lot = uow.lots.ouvrir("suite.csv", "RPLS", "utf-8")
        uow.logements.modifier([logement("a", id=1, etage="2")], lot)
        assert uow.lots.annuler(lot) == (0, 1)


def test_imports_of_the_same_dwelling_are_undone_newest_first(base: SqlBase) -> None:
    with base.transaction() as uow:
        first = importer(uow, logement("a", etage="1"))
        second = uow.lots.ouvrir("suite.csv", "RPLS", "utf-8")
        uow.logements.modifier([logement("a", id=1, etage="2")], second)
        with pytest.raises(LotSuiviError, match=f"l’import nᵒ {second}"):
            uow.lots.annuler(first)
        uow.lots.annuler(second)
        assert uow.lots.annuler(first) == (1, 0)


def test_a_dwelling_may_be_read_while_others_are_written(base: SqlBase) -> None:
    with base.transaction() as uow:
        lot = importer(uow, *(logement(f"k{n}") for n in range(2_500)))
        for item in uow.logements.tous():
            if item.id % 500 == 0:
                uow.logements.modifier([replace(item, etage="9")], lot)
        assert sum(item.etage == "9" for item in uow.logements.tous()) == 5
