"""Which events of a journal still hold once its cancellations are read (moteur.md §4, P12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.flux.erreurs import AnnulationError, NumeroError
from fluxdesk.domain.flux.evenements import Annulation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.flux.evenements import Evenement, Fait


def annules(journal: Sequence[Evenement]) -> frozenset[int]:
    """Number the events that no longer hold; a cancellation may itself be cancelled."""
    numeros: set[int] = set()
    # Backwards: whether a cancellation holds depends only on what came after it.
    for evenement in reversed(journal):
        if isinstance(evenement, Annulation) and evenement.numero not in numeros:
            numeros.add(evenement.annule)
    return frozenset(numeros)


def effectifs(journal: Sequence[Evenement]) -> list[tuple[Fait, bool]]:
    """List what to replay, in order, each with whether it may be dropped.

    An event of a dwelling that a later cancellation touches was recorded in another state: it
    is dropped where it does not fit any more (a refusal of a cancelled offer, say).

    Raises:
        NumeroError: two events carry the same number.
        AnnulationError: a cancellation names no earlier event.
    """
    jusque = _indulgences(journal)
    exclus = annules(journal)
    return [
        (evenement, position < jusque.get(evenement.unite_cle, 0))
        for position, evenement in enumerate(journal)
        if not isinstance(evenement, Annulation) and evenement.numero not in exclus
    ]


def _indulgences(journal: Sequence[Evenement]) -> dict[str, int]:
    """Give, by dwelling, the position of the last cancellation that touches it."""
    vus: dict[int, Evenement] = {}
    jusque: dict[str, int] = {}
    for position, evenement in enumerate(journal):
        if evenement.numero in vus:
            raise NumeroError(evenement.numero)
        if isinstance(evenement, Annulation):
            jusque[_fait(vus, evenement).unite_cle] = position
        vus[evenement.numero] = evenement
    return jusque


def _fait(vus: Mapping[int, Evenement], annulation: Annulation) -> Fait:
    """Follow cancellations of cancellations down to the event of a dwelling."""
    cible: Evenement = annulation
    while isinstance(cible, Annulation):
        if cible.annule not in vus:
            raise AnnulationError(cible.annule)
        cible = vus[cible.annule]
    return cible
