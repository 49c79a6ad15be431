"""The unit of work in memory keeps the promises of the port."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.convention import Avenant, Convention
from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.flux.evenements import Service
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.journal import premiere_rupture
from fluxdesk.domain.logement import Logement
from fluxdesk.domain.orientation import IssueOrientation, Orientation
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.vacance import CauseLiberation, Qualification, Vacance
from tests.services.depots_memoire import DoublonError
from tests.services.memoire import BAILLEUR, HorsTransactionError, MemoireUow

if TYPE_CHECKING:
    from fluxdesk.services.depots import UnitOfWork


def base_avec(*cles: str) -> MemoireUow:
    uow = MemoireUow()
    with uow:
        lot = uow.lots.ouvrir("f.csv", "RPLS", "UTF-8")
        uow.logements.ajouter((Logement(cle=c) for c in cles), lot)
        uow.valider()
    return uow


def test_it_answers_the_port_and_keeps_what_was_committed() -> None:
    uow: UnitOfWork = base_avec("A", "B")
    with uow:
        assert uow.bailleurs.lire() == BAILLEUR
        assert [(x.id, x.cle) for x in uow.logements.tous()] == [(1, "A"), (2, "B")]
        assert uow.logements.nombre() == 2


def test_leaving_without_valider_leaves_the_base_as_it_was() -> None:
    uow = base_avec("A")
    with uow:
        uow.logements.ajouter([Logement(cle="B")], 1)
        uow.journal.ecrire("x", "y:1", "z")
    with uow:
        assert uow.logements.nombre() == 1
        assert uow.logements.trouver("B") is None
        assert list(uow.journal.toutes()) == []


def test_nothing_can_be_done_out_of_a_transaction_nor_in_two_at_once() -> None:
    uow = MemoireUow()
    with pytest.raises(HorsTransactionError):
        _ = uow.logements
    with pytest.raises(HorsTransactionError):
        uow.valider()
    with uow, pytest.raises(HorsTransactionError):
        uow.__enter__()


def test_a_dwelling_is_found_by_key_then_rpls_id_then_own_id() -> None:
    uow = base_avec()
    with uow:
        found = [Logement(cle="K", id_interne="R"), Logement(cle="L", id_rpls="R")]
        uow.logements.ajouter(found, 1)
        by_rpls, by_key = uow.logements.trouver("R"), uow.logements.trouver("K")
        assert by_rpls is not None
        assert by_key is not None
        assert (by_rpls.cle, by_key.cle) == ("L", "K")
        assert uow.logements.trouver("") is None
        with pytest.raises(DoublonError):
            uow.logements.ajouter([Logement(cle="K")], 1)


def test_undoing_an_import_removes_and_restores() -> None:
    uow = base_avec("A")
    with uow:
        lot = uow.lots.ouvrir("g.csv", "RPLS", "UTF-8")
        uow.logements.modifier([Logement(cle="A", id=1, etage="3")], lot)
        uow.logements.ajouter([Logement(cle="B")], lot)
        with pytest.raises(FluxDeskError, match="plus récent"):
            uow.lots.annuler(1)
        assert uow.lots.annuler(lot) == (1, 1)
        assert [(x.cle, x.etage) for x in uow.logements.tous()] == [("A", "")]
        with pytest.raises(FluxDeskError, match="déjà annulé"):
            uow.lots.annuler(lot)


def test_an_import_whose_dwelling_is_vacant_cannot_be_undone() -> None:
    uow = base_avec("A")
    with uow:
        uow.vacances.enregistrer(conge())
        with pytest.raises(FluxDeskError, match="a une vacance"):
            uow.lots.annuler(1)


def conge(qualification: Qualification = Qualification.FLUX) -> Vacance:
    return Vacance(
        logement_id=1,
        date_conge=date(2026, 3, 1),
        cause=CauseLiberation.CONGE,
        qualification=qualification,
    )


@pytest.mark.parametrize(
    ("qualification", "issue", "ouverte"),
    [
        (Qualification.A_QUALIFIER, None, True),
        (Qualification.SOUSTRAIT, None, False),
        (Qualification.FLUX, None, True),
        (Qualification.FLUX, IssueOrientation.EN_COURS, True),
        (Qualification.FLUX, IssueOrientation.BAIL_SIGNE, False),
        (Qualification.FLUX, IssueOrientation.ANNULEE, True),
    ],
)
def test_a_vacancy_is_open_until_let_or_taken_out(
    qualification: Qualification, issue: IssueOrientation | None, *, ouverte: bool
) -> None:
    uow = base_avec("A")
    with uow:
        uow.vacances.enregistrer(conge(qualification))
        if issue:
            offre = Orientation(
                numero="2026-001",
                vacance_id=1,
                jour=date(2026, 3, 2),
                reservataire_id=None,
                issue=issue,
            )
            uow.orientations.enregistrer(offre)
            assert uow.orientations.nombre_de_l_annee(2026) == 1
            assert uow.orientations.par_numero("2026-001") == uow.orientations.lire(1)
            with pytest.raises(DoublonError):
                uow.orientations.enregistrer(offre)
        assert (uow.vacances.en_cours(1) is not None) is ouverte


def test_names_are_compared_without_case_nor_accents() -> None:
    uow = MemoireUow()
    with uow:
        ident = uow.reservataires.enregistrer(
            Reservataire(nom="Préfecture", categorie=Categorie.ETAT)
        )
        assert uow.reservataires.trouver("PREFECTURE") == uow.reservataires.lire(ident)
        with pytest.raises(DoublonError):
            uow.reservataires.enregistrer(Reservataire(nom="prefecture", categorie=Categorie.AUTRE))
        convention = Convention(
            reservataire_id=ident,
            avenants=(Avenant(numero=0, dix_milliemes=3000),),
            assiette=Zone.partout(),
            territoire=Zone.partout(),
        )
        kept = uow.conventions.enregistrer(convention)
        assert uow.conventions.du_reservataire(ident) == uow.conventions.lire(kept)


def test_the_journal_is_chained_and_keeps_values_as_json() -> None:
    uow = MemoireUow()
    with uow:
        uow.journal.ecrire("vacance.creer", "vacance:1", "Vacance créée", apres=conge())
        uow.journal.ecrire("x", "y:1", "z", avant={"zone": frozenset({"b", "a"})})
        entrees = list(uow.journal.toutes())
        assert premiere_rupture(entrees) is None
        assert '"date_conge": "2026-03-01"' in entrees[0].apres
        assert entrees[1].avant == '{"zone": ["a", "b"]}'
        assert (entrees[1].numero, entrees[1].auteur) == (2, "m.rossi")


def test_events_are_numbered_once() -> None:
    uow = MemoireUow()
    with uow:
        assert uow.evenements.prochain_numero() == 1
        uow.evenements.ajouter(Service(1, "7", "3"), 4)
        with pytest.raises(DoublonError):
            uow.evenements.ajouter(Service(1, "7", "3"))
        assert uow.evenements.de_l_orientation(4) == uow.evenements.tous()
        assert uow.evenements.prochain_numero() == 2


def test_what_is_not_there_is_said_to_be_missing() -> None:
    uow = MemoireUow()
    with uow:
        for lire in (
            uow.logements.lire,
            uow.reservataires.lire,
            uow.conventions.lire,
            uow.vacances.lire,
            uow.orientations.lire,
        ):
            with pytest.raises(IntrouvableError):
                lire(99)
