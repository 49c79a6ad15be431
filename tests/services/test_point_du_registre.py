"""The ledger opens from its checkpoint as it would from all its events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, cast

import pytest

from fluxdesk.domain.flux.point import figer
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.regles_flux import ReglesFlux
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services import tenir_registre
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.suggerer_orientation import suggerer_orientation
from fluxdesk.services.tenir_registre import (
    PAS_DU_POINT,
    avancer_point,
    charger_registre,
    ouvrir_registre,
)
from fluxdesk.services.verifier_base import verifier_base
from tests.services.base_memoire import BaseMemoire
from tests.services.memoire import HorlogeFixe
from tests.services.monde import (
    HORLOGE,
    TERRITOIRES,
    conge,
    enregistrer,
    logement,
    monde,
    orienter,
    saisie,
)

if TYPE_CHECKING:
    from fluxdesk.domain.flux.registre import Solde
    from fluxdesk.services.ports import Base
    from tests.services.memoire import MemoireUow


@pytest.fixture
def uow(monkeypatch: pytest.MonkeyPatch) -> MemoireUow:
    """A base whose checkpoint is made anew every three events, with three offers behind it."""
    monkeypatch.setattr(tenir_registre, "PAS_DU_POINT", 3)
    made = monde()
    for rang in (1, 2, 3):
        orienter(made, conge(made, rang))
    return made


def figure(uow: MemoireUow) -> object:
    with uow:
        return uow.points.lire()


def soldes(uow: MemoireUow) -> tuple[Solde, ...]:
    """The accounts from the checkpoint, which must be those of a full replay."""
    with uow:
        whole = charger_registre(uow=uow, jour=HORLOGE.aujourd_hui())
        for opened in (
            ouvrir_registre(uow=uow),
            ouvrir_registre(uow=uow, jour=HORLOGE.aujourd_hui()),
        ):
            assert opened.soldes() == whole.soldes()
        return whole.soldes()


def test_a_base_makes_its_checkpoint_once_enough_has_happened(uow: MemoireUow) -> None:
    assert figure(uow) is not None
    assert sum(solde.servi for solde in soldes(uow) if solde.parent is None) == 3


def test_a_young_base_has_none() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1))
    assert figure(uow) is None
    with uow:
        assert len(ouvrir_registre(uow=uow).journal) == 2 < PAS_DU_POINT


def test_acts_go_on_from_a_checkpoint(uow: MemoireUow) -> None:
    with uow:
        last = uow.orientations.toutes()[-1]
        assert len(ouvrir_registre(uow=uow).journal) < len(uow.evenements.tous())
    enregistrer_issue(last.id, IssueOrientation.REFUSEE, jour=HORLOGE.aujourd_hui(), uow=uow)
    orienter(uow, last.vacance_id)
    assert sum(solde.servi for solde in soldes(uow) if solde.parent is None) == 3


def test_what_came_before_a_checkpoint_can_still_be_cancelled(uow: MemoireUow) -> None:
    with uow:
        first = uow.orientations.toutes()[0]
    annuler_orientation(first.id, motif="erreur de dossier", uow=uow)
    assert sum(solde.servi for solde in soldes(uow) if solde.parent is None) == 2


def test_another_convention_or_rule_makes_the_checkpoint_useless_not_wrong(
    uow: MemoireUow,
) -> None:
    enregistrer(saisie("Département", Categorie.DEPARTEMENT, 500), uow)
    soldes(uow)
    with uow:
        uow.regles.enregistrer(replace(ReglesFlux(), horizon=30))
        uow.valider()
    soldes(uow)


def test_a_new_year_opens_the_ledger_whole_then_keeps_it(uow: MemoireUow) -> None:
    later = HorlogeFixe(datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    ident = conge(uow, 4)
    made = suggerer_orientation(ident, uow=uow, horloge=later, territoires=TERRITOIRES)
    assert made.destinataire
    soldes(uow)


def test_a_checkpoint_that_lies_is_found(uow: MemoireUow) -> None:
    with uow:
        half = monde()
        with half:
            lies = figer(charger_registre(uow=half, jour=HORLOGE.aujourd_hui()))
        numero = uow.evenements.prochain_numero() - 1
        uow.points.enregistrer(
            {"jour": HORLOGE.aujourd_hui().isoformat()} | lies | {"numero": numero}
        )
        uow.valider()
    (found,) = verifier_base(base=cast("Base", BaseMemoire(uow)))
    assert "point de reprise" in found


def test_the_checkpoint_follows_when_the_ledger_moves_on(uow: MemoireUow) -> None:
    with uow:
        uow.logements.ajouter([logement(7)], uow.lots.ouvrir("essai.csv", "essai", "utf-8"))
        uow.valider()
    before = figure(uow)
    for rang in (4, 5, 7):
        orienter(uow, conge(uow, rang))
    assert figure(uow) != before
    with uow:
        registre = ouvrir_registre(uow=uow, jour=date(2026, 11, 22))
        avancer_point(registre, date(2026, 11, 22), uow=uow)  # nothing new: nothing written
    soldes(uow)
