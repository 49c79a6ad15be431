"""Writes the annual bilan as a workbook (ports.RedacteurBilan)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.sheets.bilan_controle import Tables, feuille_controle
from fluxdesk.adapters.sheets.bilan_feuilles import (
    FEUILLES_AXE,
    feuille_axe,
    feuille_croisee,
    feuille_soustraits,
)
from fluxdesk.adapters.sheets.bilan_lisez_moi import annoncer_resultat, feuille_lisez_moi
from fluxdesk.adapters.sheets.bilan_synthese import SYNTHESE, feuille_synthese
from fluxdesk.adapters.sheets.cellules import texte_sur
from fluxdesk.adapters.sheets.empaquetage import octets

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.bilan import Bilan


def ecrire_bilan_xlsx(bilan: Bilan, cible: Path) -> None:
    """Write the workbook; the same bilan gives the same bytes.

    Raises:
        EcritureError: the file cannot be written there.
    """
    poser(cible, bilan_en_octets(bilan))


def bilan_en_octets(bilan: Bilan) -> bytes:
    """The workbook itself."""
    book = Workbook()
    book.remove(book.active)
    read_me = feuille_lisez_moi(book, bilan)
    crossed, crossed_table = feuille_croisee(book, bilan)
    axes = {axe: feuille_axe(book, bilan, axe, crossed_table) for axe in FEUILLES_AXE}
    taken, taken_table = feuille_soustraits(book, bilan)
    summary, marks = feuille_synthese(book, bilan, croise=crossed_table, hors_flux=taken_table)
    # Written after the sheets it reads, shown before them.
    book.move_sheet(SYNTHESE, 1 - book.index(summary.page))
    tables = Tables(
        croise=crossed_table,
        axes={axe: table for axe, (_, table) in axes.items()},
        soustraits=taken_table,
        synthese=marks,
    )
    checks, overall = feuille_controle(book, bilan, tables)
    annoncer_resultat(read_me, overall, checks.valeurs[overall])
    sheets = (read_me, summary, crossed, *(sheet for sheet, _ in axes.values()), taken, checks)
    moment = _nommer(book, bilan)
    return octets(book, {sheet.page.title: sheet.valeurs for sheet in sheets}, moment)


def _nommer(book: Workbook, bilan: Bilan) -> str:
    """Title, author and a date that depends on the year alone; the date as the file writes it."""
    moment = datetime(bilan.annee, 12, 31, tzinfo=UTC).replace(tzinfo=None)
    properties = book.properties
    properties.title = texte_sur(f"Bilan annuel {bilan.annee} – {bilan.destinataire}")
    properties.creator = texte_sur(bilan.bailleur)
    properties.lastModifiedBy = properties.creator
    properties.language = "fr-FR"
    properties.created = moment
    book.calculation.fullCalcOnLoad = True
    return f"{moment.isoformat()}Z"
