"""Time the ledger of a real base: forty parties, twenty thousand lettings behind it.

    python -m tests.bancs.registre [LETTINGS]

The goals (issue « The flux engine », 12): opening from the stored checkpoint within 100 ms, a full
replay within 3 s, one suggestion within 5 ms. Each figure is the median of five and the worst,
in CPU time, reading of the base included.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fluxdesk.adapters.db.base import creer_base
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.domain.convention import Avenant, Convention, SousContingent
from fluxdesk.domain.flux.evenements import Decompte
from fluxdesk.domain.flux.parties import EvenementDecompte
from fluxdesk.domain.flux.rejeu import jouer
from fluxdesk.domain.flux.suggestion import suggerer
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.services.tenir_registre import avancer_point, charger_registre, ouvrir_registre
from tests.bancs.flots import territorial

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxdesk.adapters.db.base import SqlBase
    from fluxdesk.domain.flux.parties import Partie
    from fluxdesk.services.depots import UnitOfWork
    from tests.bancs.flots import Flot

PARTIES, LOGEMENTS = 40, 20_000
EN_COURS = 60  # the last offers have no lease yet
SUGGESTIONS = 500
ESSAIS = 5
JOUR = date(2026, 11, 22)


def main() -> None:
    """Build the base, then time what an officer waits for."""
    longueur = int(sys.argv[1]) if len(sys.argv) > 1 else LOGEMENTS
    flot = territorial(7, PARTIES, longueur + SUGGESTIONS)
    with TemporaryDirectory() as folder:
        base = creer_base(
            Path(folder) / "banc.fluxdesk",
            Bailleur(raison_sociale="Banc", siret="", ville=""),
            auteur="banc",
            horloge=SystemClock(),
            sauvegardes=Path(folder),
        )
        try:
            _mesurer(base, flot, longueur)
        finally:
            base.fermer()


def _mesurer(base: SqlBase, flot: Flot, longueur: int) -> None:
    with base.transaction() as uow:
        _conventions(flot.parties, uow)
        uow.valider()
    with base.transaction() as uow:
        registre = charger_registre(uow=uow, jour=JOUR)
        decisions = jouer(registre, flot.arrivees[:longueur]).decisions
        for decision in decisions[:-EN_COURS]:
            bail = EvenementDecompte.BAIL_SIGNE
            number = registre.dernier + 1
            registre.appliquer(Decompte(number, decision.unite.cle, decision.choix, bail))
        for event in registre.journal:
            uow.evenements.ajouter(event)
        avancer_point(registre, JOUR, uow=uow)
        uow.valider()
    print(f"{len(registre.journal)} events, {len(registre.parties)} parties")  # noqa: T201
    _dire("checkpoint opened", _chronometrer(base, lambda uow: ouvrir_registre(uow=uow, jour=JOUR)))
    _dire("full replay", _chronometrer(base, lambda uow: charger_registre(uow=uow, jour=JOUR)))
    with base.transaction() as uow:
        registre = ouvrir_registre(uow=uow, jour=JOUR)
    suite = [arrivee.unite for arrivee in flot.arrivees[longueur:]]
    suggerer(registre, suite[0])
    times = []
    for unite in suite:
        start = time.process_time()
        suggerer(registre, unite)
        times.append(time.process_time() - start)
    _dire("one suggestion", times)


def _conventions(parties: tuple[Partie, ...], uow: UnitOfWork) -> None:
    for partie in parties:
        if partie.parent is not None:
            continue
        parts = tuple(
            SousContingent(code=p.cle, nom=p.nom, dix_milliemes=p.taux[0].dix_milliemes)
            for p in parties
            if p.parent == partie.cle
        )
        kind = Categorie.ETAT if parts else Categorie.AUTRE
        who = uow.reservataires.enregistrer(Reservataire(nom=partie.nom, categorie=kind))
        avenant = Avenant(
            numero=0, dix_milliemes=partie.taux[0].dix_milliemes, sous_contingents=parts
        )
        uow.conventions.enregistrer(
            Convention(
                reservataire_id=who,
                avenants=(avenant,),
                assiette=partie.assiette,
                territoire=partie.territoire,
            )
        )


def _chronometrer(base: SqlBase, work: Callable[[UnitOfWork], object]) -> list[float]:
    times = []
    for _ in range(ESSAIS):
        with base.transaction() as uow:
            start = time.process_time()
            work(uow)
            times.append(time.process_time() - start)
    return times


def _dire(what: str, times: list[float]) -> None:
    print(f"{what}: median {median(times) * 1000:.1f} ms, worst {max(times) * 1000:.1f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
