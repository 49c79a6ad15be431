"""A stream of dwellings played through the engine, one decision after the other (moteur.md §4)."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.evenements import Presentation, Refus, Service
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.flux.suggestion import suggerer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from fluxdesk.domain.flux.parties import Unite
    from fluxdesk.domain.flux.registre import Registre, Solde
    from fluxdesk.domain.flux.suggestion import Motif

__all__ = ["Arrivee", "Decision", "Rejeu", "jouer"]


@dataclass(frozen=True, slots=True)
class Arrivee:
    """One dwelling of a stream, and the keys of the parties that would refuse it.

    The key of a party divided into parts stands for all its parts; the landlord never refuses.
    """

    unite: Unite
    refus: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """One dwelling placed, and where the leaf that keeps it stood just before it received it.

    `du` and `retard` are in 1/10 000 of a dwelling, `servi` in dwellings; `refusants` are the
    leaves that refused it, in the order they were asked; `motif` is why the last one was.
    """

    unite: Unite
    choix: str
    motif: Motif
    du: int
    servi: int
    retard: int
    refusants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rejeu:
    """A stream played to its end.

    `soldes` follow the order of the conventions, landlord last. `courbes` holds each party's
    retard after each dwelling placed; `retards_max` its greatest absolute value, the state
    before the first dwelling included. Both in 1/10 000 of a dwelling, by key.
    """

    decisions: tuple[Decision, ...]
    soldes: tuple[Solde, ...]
    retards_max: Mapping[str, int]
    courbes: Mapping[str, array[int]]
    registre: Registre


def _sans_suivi(place: int) -> None:
    """Tell nobody how many dwellings are placed."""


def jouer(
    registre: Registre,
    arrivees: Iterable[Arrivee],
    suivre: Callable[[int], None] = _sans_suivi,
) -> Rejeu:
    """Place every dwelling with whoever the engine proposes and who does not refuse it.

    Args:
        registre: the ledger to go on from; it is changed.
        arrivees: the dwellings, in order of arrival; their keys are new to the ledger.
        suivre: told the count of dwellings placed, after each; what it raises stops the play.

    Raises:
        FluxError: a dwelling is already in the ledger.
    """
    partie = _Jeu(registre)
    decisions = []
    courbes = {cle: array("q") for cle in partie.lignees}
    maximums = {cle: abs(registre.retard(cle)) for cle in courbes}
    for place, arrivee in enumerate(arrivees, 1):
        decisions.append(partie.placer(arrivee))
        for cle, courbe in courbes.items():
            retard = registre.retard(cle)
            courbe.append(retard)
            maximums[cle] = max(maximums[cle], abs(retard))
        suivre(place)
    return Rejeu(tuple(decisions), registre.soldes(), maximums, courbes, registre)


class _Jeu:
    """The ledger being played, and the number of its last event."""

    __slots__ = ("_numero", "_registre", "lignees")

    def __init__(self, registre: Registre) -> None:
        self._registre = registre
        self._numero = registre.dernier
        arbre = registre.arbre
        # Each party with all those it is a part of: the keys by which it may refuse.
        self.lignees = {
            partie.cle: frozenset(arbre.parties[rang].cle for rang in ligne)
            for partie, ligne in zip(arbre.parties, arbre.lignees, strict=True)
        }

    def placer(self, arrivee: Arrivee) -> Decision:
        """Present the dwelling, then ask who is due until somebody keeps it."""
        unite = arrivee.unite
        self._registre.appliquer(Presentation(self._suivant(), unite))
        refusants: list[str] = []
        while True:
            suggestion = suggerer(self._registre, unite)
            choix = suggestion.destinataire
            du, servi = self._registre.du(choix), self._registre.servi(choix)
            retard = self._registre.retard(choix)
            self._registre.appliquer(Service(self._suivant(), unite.cle, choix))
            if choix == BAILLEUR or arrivee.refus.isdisjoint(self.lignees[choix]):
                motif = suggestion.motif
                return Decision(unite, choix, motif, du, servi, retard, tuple(refusants))
            self._registre.appliquer(Refus(self._suivant(), unite.cle, choix))
            refusants.append(choix)

    def _suivant(self) -> int:
        self._numero += 1
        return self._numero
