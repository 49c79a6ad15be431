"""Places a convention can name: communes, EPCI and départements, found by their names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxdesk.domain.territoire import Commune

TROUVES = 50


@dataclass(frozen=True, slots=True)
class Lieu:
    """One place: ``genre`` is a field of Zone."""

    genre: str
    code: str
    nom: str

    @property
    def libelle(self) -> str:
        """« Calvi (2B050) », « CC Calvi Balagne (EPCI) », « département 2B »."""
        match self.genre:
            case "communes":
                return f"{self.nom} ({self.code})"
            case "epcis":
                return f"{self.nom} (EPCI)"
            case _:
                return f"département {self.code}"


@dataclass(frozen=True, slots=True)
class Lieux:
    """Every place of the COG, with the folded text a search looks in."""

    tous: tuple[Lieu, ...] = ()
    _plies: tuple[str, ...] = ()
    _par_code: dict[tuple[str, str], Lieu] = field(default_factory=dict)

    @classmethod
    def du_cog(cls, communes: Iterable[Commune]) -> Lieux:
        """Read them from the communes of today; on the worker."""
        found: dict[tuple[str, str], Lieu] = {}
        for c in communes:
            found["departements", c.departement] = Lieu(
                "departements", c.departement, c.departement
            )
            if c.epci:
                found["epcis", c.epci] = Lieu("epcis", c.epci, c.epci_nom or c.epci)
            found["communes", c.code] = Lieu("communes", c.code, c.nom)
        every = tuple(sorted(found.values(), key=lambda p: (_ORDRE[p.genre], plie(p.nom))))
        return cls(every, tuple(plie(p.libelle) for p in every), found)

    def chercher(self, texte: str) -> list[Lieu]:
        """The first places whose name or code contains the text; names that begin so first."""
        wanted = plie(texte)
        if not wanted:
            return []
        hits = [
            (not folded.startswith(wanted), number)
            for number, folded in enumerate(self._plies)
            if wanted in folded
        ]
        return [self.tous[number] for _, number in sorted(hits)[:TROUVES]]

    def nom(self, genre: str, code: str) -> str:
        """The name of a place; a code unknown to the COG is shown as it is."""
        return self._par_code.get((genre, code), Lieu(genre, code, code)).nom

    def trouver(self, genre: str, texte: str) -> Lieu | None:
        """The place of this kind whose words, name or code these are, case and accents folded."""
        wanted = plie(texte)
        return next(
            (
                p
                for p in self.chercher(texte)
                if p.genre == genre and wanted in {plie(p.libelle), plie(p.nom), plie(p.code)}
            ),
            None,
        )

    def de_la_zone(self, zone: Zone) -> list[Lieu]:
        """The places a zone names; a code unknown to the COG is shown as it is."""
        return [
            self._par_code.get((genre, code), Lieu(genre, code, code))
            for genre in _ORDRE
            for code in sorted(getattr(zone, genre))
        ]


_ORDRE = {"departements": 0, "epcis": 1, "communes": 2}


def zone_des_lieux(lieux: Sequence[Lieu]) -> Zone:
    """The zone that names these places."""
    return Zone(
        communes=frozenset(p.code for p in lieux if p.genre == "communes"),
        epcis=frozenset(p.code for p in lieux if p.genre == "epcis"),
        departements=frozenset(p.code for p in lieux if p.genre == "departements"),
    )


def zone_en_mots(zone: Zone, lieux: Lieux) -> str:
    """« tout le patrimoine », or the names of the places."""
    if zone.tout:
        return "tout le patrimoine"
    return ", ".join(
        p.nom if p.genre != "departements" else p.libelle for p in lieux.de_la_zone(zone)
    )
