"""The year played once in memory and once on a real base, for every test of this folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.db.base import creer_base
from fluxdesk.services.demonstration_horloge import HorlogeMobile
from fluxdesk.services.etablir_bilan import etablir_ensemble
from fluxdesk.services.verifier_bilan import verifier_bilan
from tests.services.annee.gestes_candidats import Officier
from tests.services.annee.scenario import jouer_2026, jouer_2027
from tests.services.memoire import BAILLEUR, MemoireUow
from tests.services.monde import TERRITOIRES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.etablir_bilan import Ensemble
    from fluxdesk.services.verifier_bilan import PointAVerifier

PREMIER = date(2026, 1, 2)


@dataclass(frozen=True)
class AnneeJouee:
    """What was played, the bilan of 2026 as seen on 4 January 2027, and its check lists then."""

    officier: Officier
    en_janvier: Ensemble
    points: dict[str, tuple[PointAVerifier, ...]]

    @property
    def uow(self) -> UnitOfWork:
        return self.officier.transaction()

    def ensemble(self, annee: int) -> Ensemble:
        return etablir_ensemble(annee, uow=self.uow, territoires=TERRITOIRES)


def jouer(transaction: Callable[[], UnitOfWork], horloge: HorlogeMobile) -> AnneeJouee:
    officier = Officier(transaction, horloge)
    jouer_2026(officier)
    officier.le("2027-01-04")
    seen = etablir_ensemble(2026, uow=transaction(), territoires=TERRITOIRES)
    points = {
        d.cle: verifier_bilan(
            seen.bilan(d), jour=officier.jour, uow=transaction(), territoires=TERRITOIRES
        )
        for d in seen.destinataires
    }
    jouer_2027(officier)
    return AnneeJouee(officier, seen, points)


@pytest.fixture(scope="session", params=["en mémoire", "sur une vraie base"])
def annee(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[AnneeJouee]:
    clock = HorlogeMobile(PREMIER)
    if request.param == "en mémoire":
        uow = MemoireUow(horloge=clock)  # type: ignore[arg-type] # any Horloge does
        yield jouer(lambda: uow, clock)
        return
    folder = tmp_path_factory.mktemp("annee")
    base = creer_base(
        folder / "année.fluxdesk",
        BAILLEUR,
        auteur="m.rossi",
        horloge=clock,
        sauvegardes=folder / "sauvegardes",
    )
    yield jouer(base.transaction, clock)
    base.fermer()
