"""Objectives of attribution of an EPCI and a year (regles.md 66-76); optional, dated, sourced.

Nothing here is law: a target is what a text or an agreement sets, with its source and how sure
it is. Three formulas are kept exactly (regles.md 67, 69, 70); a free objective names its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.gardee import gardee

if TYPE_CHECKING:
    from collections.abc import Iterable


class NatureObjectif(StrEnum):
    """What is counted, over what."""

    Q1_HORS_QPV = "1er quartile ou relogés, hors QPV"
    NON_Q1_QPV = "autres que 1er quartile, en QPV"
    PRIORITAIRES = "prioritaires (DALO, L441-1)"
    LIBRE = "objectif libre"


class Population(StrEnum):
    """The households of the numerator."""

    Q1_OU_RELOGES = "du 1er quartile ou relogé"
    NON_Q1 = "autre que du 1er quartile"
    PRIORITAIRES = "prioritaire"
    DALO = "reconnu DALO"
    RELOGES = "relogé d’une opération"
    MUTATIONS = "en mutation"


class LieuObjectif(StrEnum):
    """Where the dwellings of the denominator stand."""

    PARTOUT = "en tout lieu"
    HORS_QPV = "hors QPV"
    QPV = "en QPV"


class BaseObjectif(StrEnum):
    """The step that is counted, in the year it was reached."""

    ATTRIBUTIONS = "attributions"
    BAUX = "baux signés"


class Certitude(StrEnum):
    """How sure a target is."""

    ACCORD = "fixé par un accord"
    LUE = "source publique lue, à confirmer"
    MEMOIRE = "non relu, à vérifier"


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Objectif:
    """One target; ``id`` is 0 until recorded.

    ``cible`` in 1/10 000. ``epci`` empty = the whole patrimoine; ``partie`` the party key it binds
    (empty = the landlord and all), its parts with it, less those of ``sauf``. ``source`` is the
    text or agreement that sets it. It holds from ``annee`` to ``fin`` (None: until another).
    ``trajectoire`` gives the target of each year of a « tendre vers »; a year it leaves out has
    that of the last one before. ``population``, ``lieu`` and ``base`` are read for LIBRE only.
    """

    annee: int
    nature: NatureObjectif
    cible: int
    id: int = 0
    epci: str = ""
    partie: str = ""
    libelle: str = ""
    source: str = ""
    certitude: Certitude = Certitude.ACCORD
    fin: int | None = None
    sauf: tuple[str, ...] = ()
    trajectoire: tuple[tuple[int, int], ...] = ()
    population: Population = Population.PRIORITAIRES
    lieu: LieuObjectif = LieuObjectif.PARTOUT
    base: BaseObjectif = BaseObjectif.BAUX

    @property
    def mesure(self) -> tuple[Population, LieuObjectif, BaseObjectif]:
        """Numerator, place of the denominator, step: the formula."""
        return FORMULES.get(self.nature, (self.population, self.lieu, self.base))

    def cible_en(self, annee: int) -> int:
        """The target of a year."""
        steps = [target for year, target in sorted(self.trajectoire) if year <= annee]
        return steps[-1] if steps else self.cible

    def concerne(self, cle: str) -> bool:
        """Whether this party is bound by it."""
        if self.partie and cle != self.partie and not cle.startswith(f"{self.partie}/"):
            return False
        return cle not in self.sauf


# T1, T2 and T3 of regles.md 67, 69, 70. The 1st quartile counts signed leases (67); priority
# households are counted on attributions, leased or not (73, to be confirmed).
FORMULES: dict[NatureObjectif, tuple[Population, LieuObjectif, BaseObjectif]] = {
    NatureObjectif.Q1_HORS_QPV: (
        Population.Q1_OU_RELOGES,
        LieuObjectif.HORS_QPV,
        BaseObjectif.BAUX,
    ),
    NatureObjectif.NON_Q1_QPV: (Population.NON_Q1, LieuObjectif.QPV, BaseObjectif.BAUX),
    NatureObjectif.PRIORITAIRES: (
        Population.PRIORITAIRES,
        LieuObjectif.PARTOUT,
        BaseObjectif.ATTRIBUTIONS,
    ),
}


def en_vigueur(objectifs: Iterable[Objectif], annee: int) -> tuple[Objectif, ...]:
    """Those that hold in a year: of two on one subject, the later one."""
    found: dict[tuple[str, ...], Objectif] = {}
    for one in sorted(objectifs, key=lambda o: (o.annee, o.id)):
        if one.annee <= annee and (one.fin is None or annee <= one.fin):
            found[one.nature.value, one.epci, one.partie, one.libelle] = one
    return tuple(sorted(found.values(), key=_ordre))


def _ordre(objectif: Objectif) -> tuple[str, int, str, int]:
    rank = tuple(NatureObjectif).index(objectif.nature)
    return objectif.epci, rank, objectif.partie, objectif.id
