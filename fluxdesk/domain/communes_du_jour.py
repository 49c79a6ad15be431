"""The communes as they are on a day: those shipped, changed by the editions of the base."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.referentiel import GenreReferentiel, lignes_en_vigueur
from fluxdesk.domain.referentiel_communes import TypeCommune, departement_de
from fluxdesk.domain.referentiel_livre import EFFET_COG
from fluxdesk.domain.territoire import Commune

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.referentiel import Lignes, TableReferentiel

_SUCCESSIONS_MAX = 20  # a chain of mergers is three or four long; a longer one is a loop


@dataclass(slots=True)
class CommunesDuJour:
    """Communes by code; ``livree`` answers for the codes that no edition speaks of."""

    livree: Callable[[str], Commune | None]
    communes: dict[str, Commune]
    suites: dict[str, str] = field(default_factory=dict)

    def commune(self, code: str) -> Commune | None:
        """The commune of this code; an arrondissement or former code gives that of the day."""
        found = self.communes.get(self._suivre(code))
        if found is not None:
            return found
        shipped = self.livree(code)
        return self.communes.get(self._suivre(shipped.code)) if shipped else None

    def _suivre(self, code: str) -> str:
        for _ in range(_SUCCESSIONS_MAX):
            if code not in self.suites:
                break
            code = self.suites[code]
        return code

    def poser_communes(self, lignes: Lignes) -> None:
        """Add the communes of these lines, and let those that were taken over be followed."""
        for code, line in lignes.items():
            if line["type"] == TypeCommune.ACTUELLE:
                self.suites.pop(code, None)
                self.communes[code] = self._nommer(code, line["nom"])
        for code, line in lignes.items():
            if line["type"] != TypeCommune.ACTUELLE and self._suit(code, line):
                self.suites[code] = line["parente"]
                self._heriter(line["parente"], self.communes.pop(code, None))

    def _nommer(self, code: str, nom: str) -> Commune:
        known = self.communes.get(code) or Commune(
            code=code, nom=nom, departement=departement_de(code)
        )
        return replace(known, nom=nom)

    def _heriter(self, code: str, partie: Commune | None) -> None:
        """A commune under a new code keeps the EPCI and the zones of the first one it took over."""
        made = self.communes.get(code)
        if partie is not None and made is not None and not made.epci:
            self.communes[code] = replace(partie, code=made.code, nom=made.nom)

    def _suit(self, code: str, line: Mapping[str, str]) -> bool:
        """Whether the commune of this line goes on in another, one that there is.

        A movement older than the shipped COG says nothing of a commune that it holds: communes
        merged and parted again.
        """
        old = line.get("date", "")
        if old and old <= EFFET_COG.isoformat() and code in self.communes:
            return False
        return line["parente"] != code and self.commune(line["parente"]) is not None

    def poser_epci(self, lignes: Lignes) -> None:
        """Put the communes in their EPCI."""
        for siren, line in lignes.items():
            for code in filter(None, line["communes"].split(",")):
                found = self.commune(code)
                if found is not None:
                    self.communes[found.code] = replace(found, epci=siren, epci_nom=line["nom"])

    def poser_zones(self, lignes: Lignes) -> None:
        """Give the communes their zones."""
        for code, line in lignes.items():
            found = self.communes.get(self._suivre(code))
            if found is not None:
                self.communes[found.code] = replace(
                    found,
                    zone_abc=line.get("abc", found.zone_abc),
                    zone_123=line.get("123", found.zone_123),
                )


def communes_du_jour(
    livrees: Iterable[Commune],
    livree: Callable[[str], Commune | None],
    editions: Mapping[GenreReferentiel, Sequence[TableReferentiel]],
    jour: date,
) -> CommunesDuJour:
    """Those shipped, changed by what is in force that day."""
    made = CommunesDuJour(livree, {commune.code: commune for commune in livrees})
    for genre, put in (
        (GenreReferentiel.COMMUNES, made.poser_communes),
        (GenreReferentiel.EPCI, made.poser_epci),
        (GenreReferentiel.ZONAGE, made.poser_zones),
    ):
        put(lignes_en_vigueur(genre, editions.get(genre, ()), jour))
    return made
