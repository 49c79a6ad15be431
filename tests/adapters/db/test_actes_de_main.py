"""Bulk acts on a real base: undone whole, and no import is kept from going by their origins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.annuler_import import annuler_import
from fluxdesk.services.corriger_lot import Correction, corriger_lot
from fluxdesk.services.marquer_sortis import CauseSortie, Sortie, marquer_sortis
from fluxdesk.services.mesurer_qualite import mesurer_qualite
from tests.adapters.db.exemples import LOGEMENT
from tests.adapters.db.test_imports import PROVENANCE
from tests.services.memoire import HorlogeFixe

if TYPE_CHECKING:
    from fluxdesk.adapters.db.base import SqlBase

HORLOGE = HorlogeFixe()


def test_dwellings_mended_and_gone_come_back_with_their_origins(base: SqlBase) -> None:
    with base.transaction() as uow:
        lot = uow.lots.ouvrir("f.csv", "RPLS", "utf-8")
        uow.logements.ajouter(
            [
                replace(
                    LOGEMENT,
                    cle=f"R{n}",
                    id_rpls=f"R{n}",
                    loyer_max=41_000,
                    etat=EtatLogement.ACTIF,
                )
                for n in range(3)
            ],
            lot,
        )
        ids = [one.id for one in uow.logements.tous()]
        uow.provenances.enregistrer([replace(PROVENANCE, logement_id=ids[0])])
        before = list(uow.logements.tous())
        uow.valider()
    assert before[0].loyer_max == 41_000
    corriger_lot(
        ids,
        Correction(champ="loyer", texte="300,50", motif="quittances"),
        uow=base.transaction(),
        horloge=HORLOGE,
        territoires=Cog(),
    )
    marquer_sortis(
        ids[:1],
        Sortie(cause=CauseSortie.DEMOLITION, jour=HORLOGE.aujourd_hui()),
        uow=base.transaction(),
        horloge=HORLOGE,
    )
    found = mesurer_qualite(uow=base.transaction(), horloge=HORLOGE, territoires=Cog())
    assert found.logements == 2
    with base.transaction() as uow:
        assert [one.loyer for one in uow.logements.tous()] == [30_050] * 3
        assert uow.logements.lire(ids[0]).etat is EtatLogement.SORTI
        acts = [entree.numero for entree in uow.journal.toutes()][-2:]
    for number in reversed(acts):
        annuler_action(number, motif="erreur", transaction=base.transaction)
    with base.transaction() as uow:
        assert list(uow.logements.tous()) == before
        assert uow.provenances.toutes() == (replace(PROVENANCE, logement_id=ids[0]),)
    assert annuler_import(lot, uow=base.transaction(), motif="erreur") == (3, 0)
    with base.transaction() as uow:
        assert uow.provenances.toutes() == ()
    assert base.verifier() == []
