"""Modules loaded by name, once they are needed: what keeps the first window quick.

PyInstaller follows imports, not names: its specification lists ``MODULES``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date
    from pathlib import Path

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.faisabilite import Coupe
    from fluxdesk.services.ports import Atelier, Horloge
    from fluxdesk.services.rejouer_flux import FichiersRejeu

AMORCAGE = "fluxdesk.bootstrap.amorcage"
ATELIER = "fluxdesk.bootstrap.atelier"
FENETRE = "fluxdesk.bootstrap.fenetre"
LIGNE = "fluxdesk.bootstrap.ligne"
REJEU = "fluxdesk.bootstrap.rejeu"
AUTO_TEST = "fluxdesk.bootstrap.auto_test"
COUPE = "fluxdesk.adapters.flots.coupe"
FERIES = "fluxdesk.adapters.calendrier.feries"
MODULES = (AMORCAGE, ATELIER, FENETRE, LIGNE, REJEU, AUTO_TEST, COUPE, FERIES)


def charger_atelier(horloge: Horloge) -> Atelier:
    """The door to the bases; the first call takes a second."""
    atelier: Callable[[Horloge], Atelier] = import_module(ATELIER).AtelierLocal
    return atelier(horloge)


def charger_rejeu() -> FichiersRejeu:
    """How a stream is read and its decisions written; no base is needed for that."""
    files: FichiersRejeu = import_module(REJEU).FICHIERS
    return files


def ouvrir_fenetre(base: Path | None, *, demonstration: bool) -> int:
    """Open the window; the exit code once it is closed."""
    begin: Callable[..., int] = import_module(AMORCAGE).ouvrir
    return begin(base, demonstration=demonstration)


def auto_test() -> tuple[str, ...]:
    """Check the program on a temporary demonstration base; the sentences of what was checked."""
    checks: Callable[[], tuple[str, ...]] = import_module(AUTO_TEST).auto_test
    return checks()


def couper(
    demandes: Sequence[int], capacites: Sequence[int], acces: Sequence[Collection[int]]
) -> frozenset[int]:
    """Cut a network (``domain.faisabilite.Coupe``); the first call loads networkx."""
    cut: Coupe = import_module(COUPE).couper
    return cut(demandes, capacites, acces)


def jours_feries(annee: int, departement: str) -> frozenset[date]:
    """The public holidays of a departement (``domain.calendrier.Feries``)."""
    known: Feries = import_module(FERIES).jours_feries
    return known(annee, departement)


def lancer_ligne(mots: list[str]) -> int:
    """Run the command line; the exit code."""
    return int(import_module(LIGNE).lancer(mots))
