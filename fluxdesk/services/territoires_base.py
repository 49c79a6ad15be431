"""The communes and families of a base: those shipped, under the editions its officers brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.communes_du_jour import communes_du_jour
from fluxdesk.domain.logement import Financement
from fluxdesk.domain.referentiel import GenreReferentiel, lignes_en_vigueur
from fluxdesk.domain.referentiel_livre import EFFET_ABC, EFFET_COG

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.communes_du_jour import CommunesDuJour
    from fluxdesk.domain.referentiel import TableReferentiel
    from fluxdesk.domain.territoire import Commune
    from fluxdesk.services.depots import UniteDeTravail
    from fluxdesk.services.ports import Horloge, Territoires

# Tables of communes and the day of the shipped one, which an older edition does not change.
_LIVREES = {
    GenreReferentiel.COMMUNES: EFFET_COG,
    GenreReferentiel.EPCI: EFFET_COG,
    GenreReferentiel.ZONAGE: EFFET_ABC,
}


class TerritoiresDeBase:
    """Satisfies ``ports.Territoires`` on the day of the clock.

    Editions are read by ``relire()``, never by a question: a question is often asked within a
    transaction. While there is none of them the shipped communes answer, as fast as ever.
    """

    def __init__(self, livre: Territoires, transaction: UniteDeTravail, horloge: Horloge) -> None:
        self.livre = livre
        self._transaction = transaction
        self._horloge = horloge
        self._editions: dict[GenreReferentiel, Sequence[TableReferentiel]] = {}
        self._financements: Sequence[TableReferentiel] = ()
        self._pose: tuple[date, CommunesDuJour, tuple[Commune, ...]] | None = None

    def relire(self) -> None:
        """Read the editions of the base again; opens a transaction."""
        with self._transaction() as uow:
            found = {genre: uow.referentiels.toutes(genre) for genre in _LIVREES}
            self._financements = uow.referentiels.toutes(GenreReferentiel.FINANCEMENTS)
        later = {
            genre: [table for table in editions if table.effet >= _LIVREES[genre]]
            for genre, editions in found.items()
        }
        self._editions = {genre: editions for genre, editions in later.items() if editions}
        self._pose = None

    def commune(self, code: str) -> Commune | None:
        """The commune of this code; an arrondissement or former code gives that of today."""
        if not self._editions:
            return self.livre.commune(code)
        return self._du_jour()[0].commune(code.strip().upper())

    def communes(self) -> Sequence[Commune]:
        """Every commune of today, by code."""
        return self._du_jour()[1] if self._editions else self.livre.communes()

    @property
    def familles(self) -> Mapping[str, Financement]:
        """Families of financing that the officer's table gives, by RPLS code."""
        lines = lignes_en_vigueur(
            GenreReferentiel.FINANCEMENTS, self._financements, self._horloge.aujourd_hui()
        )
        return {code: Financement(line["famille"]) for code, line in lines.items()}

    def _du_jour(self) -> tuple[CommunesDuJour, tuple[Commune, ...]]:
        today = self._horloge.aujourd_hui()
        if self._pose is None or self._pose[0] != today:
            made = communes_du_jour(
                self.livre.communes(), self.livre.commune, self._editions, today
            )
            listed = tuple(made.communes[code] for code in sorted(made.communes))
            self._pose = today, made, listed
        return self._pose[1:]


def livre_de(territoires: Territoires) -> Territoires:
    """The shipped communes under those of a base."""
    return territoires.livre if isinstance(territoires, TerritoiresDeBase) else territoires


def familles_de(territoires: Territoires) -> Mapping[str, Financement]:
    """The officer's families of financing, where there is a base."""
    return territoires.familles if isinstance(territoires, TerritoiresDeBase) else {}
