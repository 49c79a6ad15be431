"""A desk on a base in memory, for the services that take one whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn, cast

from fluxdesk.adapters.calendrier.feries import jours_feries
from fluxdesk.adapters.flots.coupe import couper
from fluxdesk.services.ports import Bureau
from tests.services.monde import HORLOGE, TERRITOIRES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.services.papiers_photo import RedacteurClasseurPhoto, RedacteurPhoto
    from fluxdesk.services.ports import Base, LecteurPatrimoine, LecteurSource, LecteurTableau
    from fluxdesk.services.ports_papiers import (
        RedacteurBilan,
        RedacteurCourriers,
        RedacteurLettre,
        RedacteurListe,
        RedacteurModele,
        RedacteurRapport,
        RedacteurSimulation,
    )
    from fluxdesk.services.rows import GroupeRow
    from tests.services.memoire import MemoireUow


class SansFichier:
    """Stands for every port of files: no test of these services reads or writes one."""

    def __call__(self, *_: object) -> NoReturn:
        raise AssertionError


class SansParc:
    """A base where nothing was freed."""

    def liberations(self, _depuis: object) -> Sequence[GroupeRow]:
        return ()

    def parc(self) -> Sequence[GroupeRow]:
        return ()


@dataclass(frozen=True)
class BaseEnMemoire:
    uow: MemoireUow
    lectures: SansParc = field(default_factory=SansParc)

    def transaction(self) -> MemoireUow:
        return self.uow


def bureau(uow: MemoireUow) -> Bureau:
    never = SansFichier()
    return Bureau(
        base=cast("Base", BaseEnMemoire(uow)),
        horloge=HORLOGE,
        territoires=TERRITOIRES,
        couper=couper,
        feries=jours_feries,
        lire_patrimoine=cast("LecteurPatrimoine", never),
        lire_tableau=cast("LecteurTableau", never),
        lire_source=cast("LecteurSource", never),
        ecrire_lettre=cast("RedacteurLettre", never),
        ecrire_courriers=cast("RedacteurCourriers", never),
        ecrire_liste=cast("RedacteurListe", never),
        ecrire_bilan_xlsx=cast("RedacteurBilan", never),
        ecrire_bilan_pdf=cast("RedacteurBilan", never),
        ecrire_bilan_csv=cast("RedacteurBilan", never),
        ecrire_simulation=cast("RedacteurSimulation", never),
        ecrire_modele=cast("RedacteurModele", never),
        ecrire_rapport_xlsx=cast("RedacteurRapport", never),
        ecrire_photo_pdf=cast("RedacteurPhoto", never),
        ecrire_photo_xlsx=cast("RedacteurClasseurPhoto", never),
    )
