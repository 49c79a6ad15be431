"""The rules of the flux and the checkpoint of the ledger, kept once in a base."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import Axe
from fluxdesk.domain.regles_flux import ReglesFlux
from fluxdesk.domain.regles_legales import EffetRegle, RegleLegale

if TYPE_CHECKING:
    from fluxdesk.adapters.db.base import SqlBase

SEVERES = ReglesFlux(
    poids=((Axe.FINANCEMENT, Fraction(1, 2)), (Axe.COMMUNE, Fraction(3))),
    tolerance=Fraction(5, 4),
    plafond_etat=RegleLegale(2_500, EffetRegle.CONTRAINTE),
)


def test_a_new_base_has_the_rules_of_the_specification(base: SqlBase) -> None:
    with base.transaction() as uow:
        assert uow.regles.lire() == ReglesFlux()


def test_rules_are_kept_exactly_and_replaced(base: SqlBase) -> None:
    for regles in (SEVERES, ReglesFlux(horizon=30)):
        with base.transaction() as uow:
            uow.regles.enregistrer(regles)
            uow.valider()
        with base.transaction() as uow:
            assert uow.regles.lire() == regles


def test_the_checkpoint_is_whole_or_absent(base: SqlBase) -> None:
    with base.transaction() as uow:
        assert uow.points.lire() is None
    for figure in ({"numero": 1, "noms": ["é", ""]}, {"numero": 10**20}):
        with base.transaction() as uow:
            uow.points.enregistrer(figure)
            uow.valider()
        with base.transaction() as uow:
            assert uow.points.lire() == figure
