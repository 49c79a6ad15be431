"""Who receives the cheap dwellings, and the residences that are in demand (pratique.md A9, B23).

Shares are exact. What is not known of a dwelling is counted apart, never as « no ».
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.logement import Financement
from fluxdesk.domain.residence import CLASSES
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxdesk.domain.regle_equite import RegleEquite


class EtatEquite(StrEnum):
    """Where the share of a party stands beside its part of the flux."""

    SANS_DONNEE = "rien à mesurer"
    DANS_LA_BANDE = "dans la bande"
    AU_DESSUS = "au-dessus de la bande"
    AU_DESSOUS = "en dessous de la bande"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogementServi:
    """A dwelling that a party holds or let; ``classe`` and ``bas`` are None where not known."""

    cle: str
    classe: int | None
    bas: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEquite:
    """One party: what it received, how much of it was cheap, beside everybody's."""

    cle: str
    nom: str
    recus: int
    bas: int
    inconnus: int
    tous: int
    tous_bas: int

    @property
    def part_flux(self) -> Fraction:
        """Its part of all dwellings."""
        return Fraction(self.recus, self.tous) if self.tous else Fraction(0)

    @property
    def part_bas(self) -> Fraction:
        """Its part of the cheap ones."""
        return Fraction(self.bas, self.tous_bas) if self.tous_bas else Fraction(0)

    def etat(self, tolerance: int) -> EtatEquite:
        """Beside a band of so many 1/10 000 on each side."""
        if not self.tous_bas:
            return EtatEquite.SANS_DONNEE
        gap = (self.part_bas - self.part_flux) * UN
        if abs(gap) <= tolerance:
            return EtatEquite.DANS_LA_BANDE
        return EtatEquite.AU_DESSUS if gap > 0 else EtatEquite.AU_DESSOUS

    def phrase(self, tolerance: int) -> str:
        """« État : 45,0 % des logements bon marché pour 30,0 % du flux (bande de 5 %) »."""
        return typographier(
            f"{self.nom} : {_pour_cent(self.part_bas)} des logements bon marché pour "
            f"{_pour_cent(self.part_flux)} du flux (bande de {pourcentage(tolerance)} de part "
            "et d’autre)"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MixAttractivite:
    """Dwellings by class of attractivity, in the order of ``CLASSES``, then not known."""

    cle: str
    nom: str
    comptes: tuple[int, ...]

    @property
    def parts(self) -> tuple[Fraction, ...]:
        """The shares of the known classes; zero where nothing is known."""
        known = sum(self.comptes[:-1])
        return tuple(Fraction(n, known) if known else Fraction(0) for n in self.comptes[:-1])


def bon_marche(
    regle: RegleEquite, financement: str, typologie: str, zone: str, loyer: int | None
) -> bool | None:
    """Whether a dwelling is cheap: PLAI, or a rent within the ceiling of its type and zone.

    None where that rests on a value that is not known.
    """
    if financement == Financement.PLAI.value:
        return True
    ceilings = [
        p.centimes for p in regle.plafonds if p.typologie == typologie and p.zone in {"", zone}
    ]
    if ceilings:
        return None if loyer is None else loyer <= max(ceilings)
    return None if financement == Financement.NON_RENSEIGNE.value else False


def mesurer_equite(
    services: Sequence[LogementServi], noms: Mapping[str, str]
) -> tuple[PartEquite, ...]:
    """Each party, in the order of the names; those that received nothing too."""
    every = Counter(s.cle for s in services)
    cheap = Counter(s.cle for s in services if s.bas)
    unknown = Counter(s.cle for s in services if s.bas is None)
    return tuple(
        PartEquite(
            cle=cle,
            nom=nom,
            recus=every[cle],
            bas=cheap[cle],
            inconnus=unknown[cle],
            tous=every.total(),
            tous_bas=cheap.total(),
        )
        for cle, nom in noms.items()
    )


def avec_un_de_plus(parts: Iterable[PartEquite], cle: str) -> PartEquite | None:
    """The share of this party if a cheap dwelling more went to it; None if it is unknown."""
    mine = next((p for p in parts if p.cle == cle), None)
    if mine is None:
        return None
    return PartEquite(
        cle=cle,
        nom=mine.nom,
        recus=mine.recus + 1,
        bas=mine.bas + 1,
        inconnus=mine.inconnus,
        tous=mine.tous + 1,
        tous_bas=mine.tous_bas + 1,
    )


def mixite_attractivite(
    services: Iterable[LogementServi], noms: Mapping[str, str]
) -> tuple[MixAttractivite, ...]:
    """What each party received, by class."""
    counts: dict[str, Counter[int | None]] = {cle: Counter() for cle in noms}
    for one in services:
        counts.setdefault(one.cle, Counter())[one.classe] += 1
    return tuple(
        MixAttractivite(cle=cle, nom=nom, comptes=compter_classes(counts[cle]))
        for cle, nom in noms.items()
    )


def compter_classes(comptes: Mapping[int | None, int]) -> tuple[int, ...]:
    """Counts in the order of the classes, then not known."""
    return tuple(comptes.get(rank, 0) for rank in (*CLASSES, None))


def _pour_cent(part: Fraction) -> str:
    return f"{nombre(part * 100, 1)} %"
