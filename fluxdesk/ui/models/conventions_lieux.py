"""Places a convention can name, of five scales, found by their names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.territoire import ECHELLES, cle_residence, nom_residence
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxdesk.domain.territoire import Commune
    from fluxdesk.services.rows import GroupeRow

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
            case "quartiers":
                return f"quartier {self.nom}"
            case "residences":
                return f"résidence {self.nom}"
            case _:
                return f"département {self.code}"


@dataclass(frozen=True, slots=True)
class Lieux:
    """Every place of the COG, with the folded text a search looks in."""

    tous: tuple[Lieu, ...] = ()
    _plies: tuple[str, ...] = ()
    _par_code: dict[tuple[str, str], Lieu] = field(default_factory=dict)

    @classmethod
    def du_cog(cls, communes: Iterable[Commune], parc: Iterable[GroupeRow] = ()) -> Lieux:
        """Read them from the communes of today and the patrimoine; on the worker."""
        found: dict[tuple[str, str], Lieu] = {}
        for c in communes:
            found["departements", c.departement] = Lieu(
                "departements", c.departement, c.departement
            )
            if c.epci:
                found["epcis", c.epci] = Lieu("epcis", c.epci, c.epci_nom or c.epci)
            found["communes", c.code] = Lieu("communes", c.code, c.nom)
        for row in parc:
            town = found.get(("communes", row.commune), Lieu("communes", "", row.commune)).nom
            if row.qpv_code:
                found["quartiers", row.qpv_code] = Lieu(
                    "quartiers", row.qpv_code, f"{row.qpv_code}, {town}"
                )
            code = cle_residence(row.commune, row.programme)
            if code:
                found["residences", code] = Lieu("residences", code, f"{row.programme}, {town}")
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
            self._par_code.get((genre, code), _inconnu(genre, code))
            for genre in _ORDRE
            for code in sorted(getattr(zone, genre))
        ]


_SANS_GENRE = frozenset({"epcis", "communes"})  # names that say what they are
_ORDRE = {genre: rank for rank, genre in enumerate(ECHELLES.values())}


def _inconnu(genre: str, code: str) -> Lieu:
    return Lieu(genre, code, nom_residence(code) if genre == "residences" else code)


def zone_des_lieux(lieux: Sequence[Lieu]) -> Zone:
    """The zone that names these places."""
    codes = {g: frozenset(p.code for p in lieux if p.genre == g) for g in _ORDRE}
    return Zone(tout=False, **codes)


def zone_en_mots(zone: Zone, lieux: Lieux) -> str:
    """« tout le patrimoine », or the names of the places."""
    if zone.tout:
        return "tout le patrimoine"
    return ", ".join(p.nom if p.genre in _SANS_GENRE else p.libelle for p in lieux.de_la_zone(zone))
