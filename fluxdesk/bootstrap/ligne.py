"""The command line, given its clock, its bases, its window and its streams."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, TextIO

from fluxdesk.adapters.disk.chemins import dossier_journaux
from fluxdesk.adapters.disk.journalisation import fermer_journal, ouvrir_journal
from fluxdesk.bootstrap.charge import auto_test, charger_atelier, charger_rejeu, ouvrir_fenetre
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.cli.racine import executer
from fluxdesk.cli.session import Outils

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.services.ports import Atelier


def lancer(mots: Sequence[str]) -> int:
    """Run one command line on the streams of the process; the exit code."""
    folder = dossier_journaux()
    handler = ouvrir_journal(folder)
    outils = Outils(
        charger_atelier=_atelier,
        charger_rejeu=charger_rejeu,
        ouvrir_fenetre=ouvrir_fenetre,
        auto_test=auto_test,
        journaux=folder / "fluxdesk.log",
    )
    try:
        return executer(mots, outils, resultat=_utf8(sys.stdout), paroles=_utf8(sys.stderr))
    finally:
        fermer_journal(handler)


def _atelier() -> Atelier:
    return charger_atelier(SystemClock())


def _utf8(flux: TextIO | None) -> TextIO:
    """The stream in UTF-8 whatever the locale; a program without a console writes nowhere.

    What UTF-8 cannot write (a file name in another encoding) is escaped, as JSON escapes it.
    """
    if flux is None:
        return io.StringIO()
    if isinstance(flux, io.TextIOWrapper):
        flux.reconfigure(encoding="utf-8", errors="backslashreplace")
    return flux
