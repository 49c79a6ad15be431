"""Usual values: each fits its field, each says where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.clauses import Clauses, RythmeBilan
from fluxdesk.domain.convention import Avenant, Convention
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.prereglages import (
    A_VERIFIER,
    PREREGLAGES,
    appliquer,
    prereglages_pour,
)
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services.fiches import ecrire_fiche, lire_fiche

if TYPE_CHECKING:
    from fluxdesk.domain.prereglages import Prereglage

VIDE = Convention(
    reservataire_id=1,
    avenants=(Avenant(numero=0, dix_milliemes=1_000),),
    assiette=Zone.partout(),
    territoire=Zone.partout(),
    clauses=Clauses(dossiers="Réunis par le réservataire."),
)


@pytest.mark.parametrize("choix", PREREGLAGES, ids=lambda p: p.nom)
def test_each_set_fits_a_convention_and_leaves_the_rest(choix: Prereglage) -> None:
    made = appliquer(VIDE, choix.valeurs)
    assert made.avenants == VIDE.avenants
    assert made.clauses.dossiers == VIDE.clauses.dossiers
    assert lire_fiche(ecrire_fiche(made.clauses), Clauses) == made.clauses
    for value in choix.valeurs:
        holder = made if hasattr(made, value.champ) else made.clauses
        assert getattr(holder, value.champ) == value.valeur
        assert value.source.endswith(A_VERIFIER)


def test_those_of_the_kind_come_first() -> None:
    first, *others = prereglages_pour(Categorie.EPCI)
    assert Categorie.EPCI in first.categories
    assert len(others) == len(PREREGLAGES) - 1
    rythme = appliquer(VIDE, first.valeurs).clauses.rythme
    assert rythme is RythmeBilan.SEMESTRIEL
