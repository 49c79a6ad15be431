"""The repositories of the ledger of the flux: its events, its rules, its checkpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.regles_flux import ReglesFlux


class EvenementsFlux(Protocol):
    """The append-only events of the flux ledger."""

    def tous(self) -> Sequence[Evenement]:
        """In order of number."""
        ...

    def depuis(self, numero: int) -> Sequence[Evenement]:
        """Those after that number, in order."""
        ...

    def prochain_numero(self) -> int:
        """The number of the next event."""
        ...

    def ajouter(self, evenement: Evenement, orientation_id: int | None = None) -> None:
        """Add one at the end."""
        ...

    def de_l_orientation(self, orientation_id: int) -> Sequence[Evenement]:
        """Those of an offer, in order."""
        ...


class Regles(Protocol):
    """The rules of the flux of this base."""

    def lire(self) -> ReglesFlux:
        """Those of the specification until they are changed."""
        ...

    def enregistrer(self, regles: ReglesFlux) -> None:
        """Put these in place of those that stood."""
        ...


class PointsDuRegistre(Protocol):
    """The checkpoint of the ledger: a cache, whole or absent (``domain/flux/point.py``)."""

    def lire(self) -> Mapping[str, object] | None:
        """The last one kept."""
        ...

    def enregistrer(self, figure: Mapping[str, object]) -> None:
        """Keep this one alone."""
        ...
