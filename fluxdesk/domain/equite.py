"""Who receives the cheap dwellings, and the residences that are in demand (pratique.md A9, B23).

Shares are exact. What is not known of a dwelling is counted apart, never as « no »: the share
lies between the two cases, and where they differ on the band the answer is « incertain ».
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
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from fluxdesk.domain.regle_equite import RegleEquite


class EtatEquite(StrEnum):
    """Where the share of a party stands beside its part of the flux."""

    SANS_DONNEE = "rien à mesurer"
    DANS_LA_BANDE = "dans la bande"
    AU_DESSUS = "au-dessus de la bande"
    AU_DESSOUS = "en dessous de la bande"
    INCERTAIN = "incertain"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogementServi:
    """A dwelling that a party holds or let; ``classe`` and ``bas`` are None where not known."""

    cle: str
    classe: int | None
    bas: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEquite:
    """One party: what it received, how much of it was of one kind, beside everybody's.

    ``bas`` of its ``recus`` are of that kind (cheap, or of one class of attractivity), of
    ``inconnus`` it is not known; ``tous``, ``tous_bas`` and ``tous_inconnus`` are everybody's.
    """

    cle: str
    nom: str
    recus: int
    bas: int
    inconnus: int
    tous: int
    tous_bas: int
    tous_inconnus: int = 0

    @property
    def part_flux(self) -> Fraction:
        """Its part of all dwellings."""
        return _part(self.recus, self.tous)

    @property
    def part_bas(self) -> Fraction:
        """Its part of those that are known to be of the kind."""
        return _part(self.bas, self.tous_bas)

    @property
    def bornes(self) -> tuple[Fraction, Fraction]:
        """Its least and its greatest part, whatever the dwellings not known turn out to be."""
        others = self.tous_inconnus - self.inconnus
        low = _part(self.bas, self.tous_bas + others)
        return low, _part(self.bas + self.inconnus, self.tous_bas + self.inconnus)

    def etat(self, tolerance: int) -> EtatEquite:
        """Beside a band of so many 1/10 000 on each side."""
        if not self.tous_bas:
            return EtatEquite.SANS_DONNEE
        found = {_dans_la_bande(one - self.part_flux, tolerance) for one in self.bornes}
        return found.pop() if len(found) == 1 else EtatEquite.INCERTAIN

    def depasse(self, tolerance: int) -> bool:
        """Whether what is known is already over the band."""
        return (self.part_bas - self.part_flux) * UN > tolerance

    def phrase(self, tolerance: int, quoi: str = "logements bon marché") -> str:
        """« État : 45,0 % des logements bon marché pour 30,0 % du flux (bande de 5 %) »."""
        return typographier(
            f"{self.nom} : {pour_cent(self.part_bas)} des {quoi} pour "
            f"{pour_cent(self.part_flux)} du flux (bande de {pourcentage(tolerance)} de part "
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
    ceilings = {p.zone: p.centimes for p in regle.plafonds if p.typologie == typologie}
    ceiling = ceilings.get(zone, ceilings.get(""))  # that of the zone goes before that of all
    if ceiling is not None:
        return None if loyer is None else loyer <= ceiling
    return None if financement == Financement.NON_RENSEIGNE.value else False


def mesurer_equite(
    services: Sequence[LogementServi], noms: Mapping[str, str]
) -> tuple[PartEquite, ...]:
    """Cheap dwellings of each party, in the order of the names; those with nothing too."""
    return _mesurer(services, noms, lambda s: s.bas)


def mesurer_classe(
    services: Sequence[LogementServi], noms: Mapping[str, str], classe: int
) -> tuple[PartEquite, ...]:
    """Dwellings of each party in the residences of that class of attractivity (A9)."""
    return _mesurer(services, noms, lambda s: None if s.classe is None else s.classe == classe)


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
        tous_inconnus=mine.tous_inconnus,
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


def pour_cent(part: Fraction) -> str:
    """A share with one decimal."""
    return f"{nombre(part * 100, 1)} %"


def _mesurer(
    services: Sequence[LogementServi],
    noms: Mapping[str, str],
    critere: Callable[[LogementServi], bool | None],
) -> tuple[PartEquite, ...]:
    every = Counter(s.cle for s in services)
    inside = Counter(s.cle for s in services if critere(s))
    unknown = Counter(s.cle for s in services if critere(s) is None)
    return tuple(
        PartEquite(
            cle=cle,
            nom=nom,
            recus=every[cle],
            bas=inside[cle],
            inconnus=unknown[cle],
            tous=every.total(),
            tous_bas=inside.total(),
            tous_inconnus=unknown.total(),
        )
        for cle, nom in noms.items()
    )


def _part(mine: int, every: int) -> Fraction:
    return Fraction(mine, every) if every else Fraction(0)


def _dans_la_bande(ecart: Fraction, tolerance: int) -> EtatEquite:
    if abs(ecart) * UN <= tolerance:
        return EtatEquite.DANS_LA_BANDE
    return EtatEquite.AU_DESSUS if ecart > 0 else EtatEquite.AU_DESSOUS
