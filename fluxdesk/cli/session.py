"""What every command is given: the door to the bases, the window, and where to speak."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from fluxdesk.cli.usage import BaseManquanteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fluxdesk.cli.sortie import Sortie
    from fluxdesk.services.ports import Atelier, Bureau
    from fluxdesk.services.rejouer_flux import FichiersRejeu


class OuvrirFenetre(Protocol):
    """Opens the window and comes back once it is closed; the exit code."""

    def __call__(self, base: Path | None, *, demonstration: bool) -> int:  # noqa: D102 - the protocol's docstring covers it
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Outils:
    """What the composition root lends; nothing heavy is loaded before it is called.

    ``auto_test`` gives the sentences of what it checked, and raises when a check fails.
    ``journaux`` is the file where program faults are told.
    """

    charger_atelier: Callable[[], Atelier]
    charger_rejeu: Callable[[], FichiersRejeu]
    ouvrir_fenetre: OuvrirFenetre
    auto_test: Callable[[], tuple[str, ...]]
    journaux: Path


@dataclass(slots=True)
class Session:
    """One run of the command line."""

    outils: Outils
    sortie: Sortie
    base: Path | None = None

    @contextmanager
    def bureau(self) -> Iterator[Bureau]:
        """The desk on the base that ``--base`` names, closed at the end.

        Raises:
            BaseManquanteError: no base is named.
            FluxDeskError: the base cannot be opened.
        """
        if self.base is None:
            raise BaseManquanteError
        desk = self.outils.charger_atelier().ouvrir(self.base)
        try:
            yield desk
        finally:
            desk.base.fermer()
