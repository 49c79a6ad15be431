"""The versions of a convention are what the journal recorded of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fluxdesk.domain.clauses import Clauses
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services.versions_convention import versions
from tests.services.memoire import MemoireUow
from tests.services.monde import enregistrer, saisie


def test_each_recorded_change_is_a_version_with_its_reason() -> None:
    uow = MemoireUow()
    entered = saisie("Action Logement", Categorie.ACTION_LOGEMENT, 2_250)
    ident = enregistrer(entered, uow)
    with uow:
        held = uow.conventions.lire(ident)
        who = uow.reservataires.lire(held.reservataire_id)
    changed = replace(held, clauses=Clauses(publics=("salariés",)))
    again = replace(entered, reservataire=who, convention=changed, motif="avenant de juin")
    enregistrer(again, uow)
    enregistrer(again, uow)  # nothing changed: no version
    first, second = versions(ident, uow=uow)
    assert first.convention == held
    assert second.convention == changed
    assert second.motif == "avenant de juin"
    assert first.quand <= second.quand


def test_an_import_makes_a_version_too() -> None:
    uow = MemoireUow()
    ident = enregistrer(saisie("État", Categorie.ETAT, 3_000), uow)
    with uow:
        held = uow.conventions.lire(ident)
        imported = replace(held, delai_jours=15)
        uow.conventions.enregistrer(imported)
        uow.journal.ecrire(
            "import.conventions",
            "lot:1",
            "Import",
            apres={"reservataires": [], "conventions": [imported], "evenement": 1},
        )
        uow.journal.ecrire("import.conventions", "lot:2", "Import ancien", apres=[1, 2])
        uow.journal.ecrire("conventions.defaire", "lot:2", "Rien")
        uow.valider()
    assert [v.convention.delai_jours for v in versions(ident, uow=uow)] == [held.delai_jours, 15]


def test_an_unknown_convention_has_none() -> None:
    with pytest.raises(IntrouvableError):
        versions(99, uow=MemoireUow())
