"""The counters that the rules of law read, kept dwelling by dwelling (regles.md 20-23, 29).

They count dwellings, not rights: one that comes back after a consumed refusal opens a new right
in the accounts, and is still one dwelling of the flow and of its commune.

A first letting is out of the base of a party that counts it apart, and out of that of a cap whose
parties all do. No text was found on it: this is the reading under which a rule counts held and
owed dwellings on the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.gardes import ConstatGarde, NatureGarde
from fluxdesk.domain.flux.parties import UN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxdesk.domain.flux.arbre import Arbre
    from fluxdesk.domain.flux.gardes import Garde
    from fluxdesk.domain.flux.parties import Unite

HORS_QPV = frozenset({"hors QPV", "non"})  # of a base, and of a stream
_VIDE = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Regard:
    """One rule upon one party, or upon the whole group of a cap when `rang` is None.

    `feuilles` are the ranks whose dwellings count as held.
    """

    garde: Garde
    rang: int | None
    feuilles: frozenset[int]

    def case(self, unite: Unite) -> str | None:
        """Name the counter that a dwelling falls into; None where the rule does not look at it."""
        match self.garde.nature:
            case NatureGarde.PLAFOND:
                return str(unite.jour.year)
            case NatureGarde.UNIFORME:
                return unite.commune or None
            case _:
                return "hors QPV" if unite.qpv in HORS_QPV else None


class Veille:
    """The counters of every rule: dwellings, due in 1/10 000 and dwellings held, by case."""

    __slots__ = ("_arbre", "_compteurs", "regards")

    def __init__(self, arbre: Arbre, gardes: Iterable[Garde]) -> None:
        self._arbre = arbre
        self.regards = tuple(regard for garde in gardes for regard in _regards(arbre, garde))
        self._compteurs: dict[tuple[int, str], tuple[int, int, int]] = {}

    def copie(self) -> Veille:
        """Copy the counters so that neither side changes the other."""
        copie = Veille(self._arbre, ())
        copie.regards = self.regards
        copie._compteurs = self._compteurs.copy()
        return copie

    def entrer(self, unite: Unite) -> None:
        """Count a dwelling that enters the ledger."""
        for numero, regard in enumerate(self.regards):
            part = self._part(regard, unite)
            if part is not None:
                self._ajouter(numero, unite, (1, part, 0))

    def tenir(self, feuille: int, unite: Unite, pas: int) -> None:
        """Count a dwelling that a leaf takes in its hands (`pas` 1) or gives back (-1)."""
        for numero, regard in enumerate(self.regards):
            if feuille in regard.feuilles:
                self._ajouter(numero, unite, (0, 0, pas))

    def constat(self, regard: Regard, unite: Unite) -> ConstatGarde:
        """Read what a rule sees of this dwelling, which has entered."""
        case = regard.case(unite) or ""
        numero = self.regards.index(regard)
        base, du, tenus = self._compteurs.get((numero, case), _VIDE)
        if regard.rang is None:
            return ConstatGarde(regard.garde, "", "", unite.jour.year, base, du, tenus)
        partie = self._arbre.parties[regard.rang]
        return ConstatGarde(regard.garde, partie.cle, partie.nom, 0, base, du, tenus)

    def figer(self) -> list[list[int | str]]:
        """Set the counters down as numbers and texts."""
        return [[*cle, *valeurs] for cle, valeurs in self._compteurs.items()]

    def degeler(self, lignes: Sequence[tuple[int, str, int, int, int]]) -> None:
        """Take the counters back from what `figer` set down."""
        self._compteurs = {(n, case): (b, d, t) for n, case, b, d, t in lignes}

    def _part(self, regard: Regard, unite: Unite) -> int | None:
        """Tell what a dwelling brings to the due, in 1/10 000; None if it is not looked at."""
        if regard.case(unite) is None:
            return None
        if regard.rang is None:
            counted = any(self._arbre.parties[f].compte(unite) for f in regard.feuilles)
            return regard.garde.dix_milliemes if counted else None
        if regard.rang not in self._arbre.lieu(unite).assiettes:
            return None
        if regard.garde.nature is NatureGarde.UNIFORME:
            return self._arbre.taux(unite.jour)[regard.rang] or 0
        return regard.garde.dix_milliemes

    def _ajouter(self, numero: int, unite: Unite, plus: tuple[int, int, int]) -> None:
        case = self.regards[numero].case(unite)
        if case is not None:
            base, du, tenus = self._compteurs.get((numero, case), _VIDE)
            self._compteurs[numero, case] = (base + plus[0], du + plus[1], tenus + plus[2])


def depasse(constat: ConstatGarde) -> bool:
    """Tell whether one dwelling more for the group would exceed its cap."""
    return constat.tenus + 1 > constat.limite


def manquant(constat: ConstatGarde) -> bool:
    """Tell whether the party lacks a whole dwelling at least."""
    return constat.manque >= UN


def _regards(arbre: Arbre, garde: Garde) -> list[Regard]:
    rangs = [rang for rang, partie in enumerate(arbre.parties) if partie.cle in garde.parties]
    feuilles = {rang: arbre.feuilles_de(rang) for rang in rangs}
    if garde.nature is NatureGarde.PLAFOND:
        return [Regard(garde, None, frozenset().union(*feuilles.values()))]
    # The landlord has no base of its own: it keeps what the others leave.
    return [Regard(garde, r, f) for r, f in feuilles.items() if r != arbre.bailleur]
