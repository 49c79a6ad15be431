"""Rules and checkpoint of a base in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.regles_flux import ReglesFlux

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.services.depots_memoire import Etat


@dataclass(frozen=True, slots=True)
class ReglesMemoire:
    etat: Etat

    def lire(self) -> ReglesFlux:
        return self.etat.regles[-1] if self.etat.regles else ReglesFlux()

    def enregistrer(self, regles: ReglesFlux) -> None:
        self.etat.regles.append(regles)


@dataclass(frozen=True, slots=True)
class PointsMemoire:
    etat: Etat

    def lire(self) -> Mapping[str, object] | None:
        return self.etat.points[-1] if self.etat.points else None

    def enregistrer(self, figure: Mapping[str, object]) -> None:
        self.etat.points[:] = [figure]
