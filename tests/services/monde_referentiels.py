"""A small world for the tests of the tables of reference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.domain.referentiel import GenreReferentiel
from fluxdesk.domain.territoire import Commune
from fluxdesk.services.consulter_referentiels import (
    voir_referentiel,
)
from fluxdesk.services.importer_referentiel import (
    DemandeReferentiel,
    importer_referentiel,
)
from fluxdesk.services.territoires_base import TerritoiresDeBase
from tests.services.memoire import HorlogeFixe, MemoireUow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.referentiel_rapport import RapportReferentiel

G = GenreReferentiel
JOUR = date(2026, 6, 1)
QPV = Path("tests/data/qpv2024_extrait_12.csv")


@dataclass(frozen=True, slots=True)
class TroisCommunes:
    """A shipped COG: a commune, its neighbour, one of Île-de-France, a former code."""

    def commune(self, code: str) -> Commune | None:
        code = "01033" if code == "01099" else code
        return next((c for c in self.communes() if c.code == code), None)

    def communes(self) -> Sequence[Commune]:
        return (
            Commune(code="01033", nom="Bellegarde", departement="01", epci="240100891",
                    epci_nom="CC Bellegarde", zone_abc="B1", zone_123="2"),
            Commune(code="01091", nom="Châtillon", departement="01", epci="240100891",
                    epci_nom="CC Bellegarde", zone_abc="C"),
            Commune(code="93001", nom="Aubervilliers", departement="93"),
        )  # fmt: skip


@dataclass(slots=True)
class Monde:
    uow: MemoireUow
    territoires: TerritoiresDeBase
    dossier: Path

    def apporter(
        self, genre: GenreReferentiel, texte: str, effet: date = JOUR, *, essai: bool = False
    ) -> RapportReferentiel:
        path = self.dossier / "fichier.csv"
        path.write_text(texte, "utf-8")
        return self.importer(genre, path, effet, essai=essai)

    def importer(
        self, genre: GenreReferentiel, path: Path, effet: date = JOUR, *, essai: bool = False
    ) -> RapportReferentiel:
        made = importer_referentiel(
            DemandeReferentiel(genre=genre, chemin=path, effet=effet, source=" essai "),
            essai=essai,
            uow=self.uow,
            lire=lire_tableau,
            territoires=self.territoires,
        )
        assert made.retenues + made.ecartees + made.refusees == made.lues
        assert made.nouvelles + made.changees + made.inchangees == made.entrees
        self.territoires.relire()
        return made

    def lignes(self, genre: GenreReferentiel, jour: date = JOUR) -> dict[str, dict[str, str]]:
        lines = voir_referentiel(genre, uow=self.uow, territoires=self.territoires, jour=jour)
        return {line.cle: dict(line.colonnes) for line in lines}

    def dernier(self) -> int:
        with self.uow:
            return len(list(self.uow.journal.toutes()))


def faire_monde(dossier: Path) -> Monde:
    clock = HorlogeFixe(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
    uow = MemoireUow(horloge=clock)
    places = TerritoiresDeBase(TroisCommunes(), lambda: uow, clock)
    places.relire()
    return Monde(uow, places, dossier)
