"""The decisions of a replay as a table: one row a dwelling, for scripts and for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.domain.scenario_valeurs import decimales

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.flux.rejeu import Decision, Rejeu

COLONNES = ("id", "choix", "motif", "du", "servi", "retard", "refusants")
SEPARATEUR_DE_NOMS = ","
_FORMULE = re.compile(r"'*[=+\-@]")
_NOMBRE = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)


def ecrire_rejeu(rejeu: Rejeu, cible: Path) -> None:
    """Write the decisions whole, in UTF-8, with ``;`` and LF (ports.RedacteurRejeu).

    Raises:
        EcritureError: the file cannot be written there; the former one is left as it was.
    """
    noms = {partie.cle: partie.nom for partie in rejeu.registre.parties}
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(COLONNES)
    for decision in rejeu.decisions:
        writer.writerow(_cellules(decision, noms))
    poser(cible, text.getvalue().encode("utf-8"))


def texte_inerte(texte: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    One apostrophe more too where the text has that shape already, so that taking one away from
    every such cell gives the exact text back. A signed number is a number, and stays.
    """
    if _FORMULE.match(texte) and not _NOMBRE.fullmatch(texte):
        return f"'{texte}"
    return texte


def _cellules(decision: Decision, noms: dict[str, str]) -> tuple[str | int, ...]:
    return (
        texte_inerte(decision.unite.cle),
        texte_inerte(noms[decision.choix]),
        decision.motif.value,
        decimales(decision.du),
        decision.servi,
        decimales(decision.retard),
        texte_inerte(SEPARATEUR_DE_NOMS.join(noms[cle] for cle in decision.refusants)),
    )
