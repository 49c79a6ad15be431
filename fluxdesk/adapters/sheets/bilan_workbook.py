"""Writes a bilan as a workbook (ports.RedacteurBilan)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.sheets.bilan_complements import (
    feuille_loyers,
    feuille_neuf,
    feuille_objectifs,
    feuille_previsionnel,
    feuille_relogements,
    feuille_territoires,
)
from fluxdesk.adapters.sheets.bilan_controle import Tables, feuille_controle
from fluxdesk.adapters.sheets.bilan_detail import LETTRES_MESURE, feuille_detail
from fluxdesk.adapters.sheets.bilan_feuilles import (
    FEUILLES_AXE,
    feuille_axe,
    feuille_croisee,
    feuille_soustraits,
)
from fluxdesk.adapters.sheets.bilan_lisez_moi import (
    annoncer_resultat,
    feuille_changements,
    feuille_lisez_moi,
)
from fluxdesk.adapters.sheets.bilan_synthese import SYNTHESE, feuille_synthese
from fluxdesk.adapters.sheets.cellules import texte_sur
from fluxdesk.adapters.sheets.empaquetage import octets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxdesk.adapters.sheets.bilan_page import Feuille, Table
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
    changes = feuille_changements(book, bilan)
    crossed, crossed_table = feuille_croisee(book, bilan)
    axes = {axe: feuille_axe(book, bilan, axe, crossed_table) for axe in FEUILLES_AXE}
    taken, taken_table = feuille_soustraits(book, bilan)
    summary, marks = feuille_synthese(book, bilan, croise=crossed_table, hors_flux=taken_table)
    # Written after the sheets it reads, shown before them.
    book.move_sheet(SYNTHESE, 1 + len(changes) - book.index(summary.page))
    others = _complements(book, bilan)
    goals = feuille_objectifs(book, bilan)
    tables = Tables(
        croise=crossed_table,
        axes={axe: table for axe, (_, table) in axes.items()},
        soustraits=taken_table,
        synthese=marks,
        autres=[(letters, table) for _, table, letters in others if letters],
    )
    checks, overall = feuille_controle(book, bilan, tables)
    annoncer_resultat(read_me, overall, checks.valeurs[overall])
    sheets = (
        read_me,
        *changes,
        summary,
        crossed,
        *(sheet for sheet, _ in axes.values()),
        taken,
        *(sheet for sheet, _, _ in others),
        goals,
        checks,
    )
    moment = _nommer(book, bilan)
    return octets(
        book,
        {sheet.page.title: sheet.valeurs for sheet in sheets},
        moment,
        {sheet.page.title: sheet.vrac for sheet in sheets if sheet.vrac is not None},
    )


def _complements(book: Workbook, bilan: Bilan) -> list[tuple[Feuille, Table, Sequence[str]]]:
    """The other sheets in reading order, with the columns where the measures stand, if any do.

    Where small cells were regrouped there is no detail to write, nor what is computed from it.
    """
    made: list[tuple[Feuille, Table, Sequence[str]]] = []
    if bilan.au_logement:
        made.append((*feuille_detail(book, bilan), LETTRES_MESURE))
    if not bilan.seuil:
        made += [
            (*feuille_loyers(book, bilan), "EFG"),
            (*feuille_territoires(book, bilan), "FGHI"),
        ]
    for write in (feuille_relogements, feuille_previsionnel, feuille_neuf):
        made.append((*write(book, bilan), ""))
    return made


def _nommer(book: Workbook, bilan: Bilan) -> str:
    """Title, author and a date that depends on the period alone; the date as the file writes it."""
    last = bilan.periode.fin
    moment = datetime(last.year, last.month, last.day, tzinfo=UTC).replace(tzinfo=None)
    properties = book.properties
    properties.title = texte_sur(f"Bilan {bilan.periode.nom} – {bilan.destinataire}")
    properties.creator = texte_sur(bilan.bailleur)
    properties.lastModifiedBy = properties.creator
    properties.language = "fr-FR"
    properties.created = moment
    book.calculation.fullCalcOnLoad = True
    return f"{moment.isoformat()}Z"
