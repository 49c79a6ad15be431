"""The sheet of every offer of the period, dwelling by dwelling; no applicant is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from fluxdesk.adapters.sheets.bilan_feuilles import MESURES, totaliser
from fluxdesk.adapters.sheets.bilan_ouverture import ouvrir
from fluxdesk.adapters.sheets.bilan_page import DECIMAL, ENTETE, ENTIER, PREMIERE, Table
from fluxdesk.adapters.sheets.impression import en_tete
from fluxdesk.adapters.sheets.vrac import LARGEUR_MAX
from fluxdesk.domain.bilan_controles import mesures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.workbook import Workbook

    from fluxdesk.adapters.sheets.bilan_page import Feuille
    from fluxdesk.adapters.sheets.vrac import Case
    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_faits import FaitOffre

DETAIL = "DÉTAIL LOGEMENTS"
ANNEE = "0"
# Title and width of each column, in the order of pratique.md §2.2.
COLONNES: tuple[tuple[str, int], ...] = (
    ("N° d’offre", 11),
    ("Id interne", 13),
    ("Id RPLS", 13),
    ("Programme", 22),
    ("Adresse", 40),
    ("Code INSEE", 9),
    ("Commune", 22),
    ("EPCI", 30),
    ("QPV / hors QPV", 13),
    ("Code QPV", 11),
    ("Typologie", 10),
    ("Surface (m²)", 9),
    ("Étage", 7),
    ("Financement", 12),
    ("Loyer (€)", 10),
    ("Loyer / plafond APL", 20),
    ("Année de construction", 12),
    ("Neuf / relocation", 13),
    ("Cause de libération", 22),
    ("Congé", 11),
    ("Libération", 11),
    ("Disponibilité", 12),
    ("Réservataire imputé", 26),
    ("Sous-contingent", 18),
    ("Proposé à (si autre)", 22),
    ("Offre", 11),
    ("Échéance", 11),
    ("Candidats reçus", 11),
    ("Nombre de candidats", 11),
    ("CAL", 11),
    ("Décision", 15),
    ("Notification", 12),
    ("Réponse", 11),
    ("Bail", 11),
    ("Issue", 24),
    ("Cause de l’échec", 34),
    ("Imputable à", 14),
)
_MESURES = tuple((name, 10) for name in MESURES)
LETTRES_MESURE = tuple(
    get_column_letter(len(COLONNES) + rank) for rank in range(1, len(MESURES) + 1)
)


def feuille_detail(classeur: Workbook, bilan: Bilan) -> tuple[Feuille, Table]:
    """One row an offer, and the total of its marks, which the crossed table must agree with."""
    sheet = ouvrir(classeur, DETAIL, bilan, "Détail par logement")
    columns = (*COLONNES, *_MESURES)
    sheet.entetes(ENTETE, [title for title, _ in columns], textes=len(COLONNES))
    sheet.rangees(PREMIERE, [_valeurs(fait) for fait in bilan.detail])
    last = PREMIERE + max(len(bilan.detail), 1) - 1  # one row at least, so that sums have a range
    table = Table(DETAIL, PREMIERE, last, mesures(bilan.detail))
    totaliser(sheet, table, LETTRES_MESURE)
    sheet.filtrer(table.derniere, len(columns))
    _mettre_en_page(sheet, bilan, table, [width for _, width in columns])
    return sheet, table


def _mettre_en_page(sheet: Feuille, bilan: Bilan, table: Table, largeurs: Sequence[int]) -> None:
    """Forty columns: on A3, three sheets side by side, the number of the offer on each.

    The heading of the sheet would be cut by that first column: it is printed in the margin.
    """
    page = sheet.page
    page.page_setup.paperSize = page.PAPERSIZE_A3
    page.page_setup.fitToWidth = 3
    page.print_title_cols = "A:A"
    page.print_title_rows = f"{ENTETE}:{ENTETE}"
    page.print_area = f"A{ENTETE}:{get_column_letter(len(largeurs))}{table.total}"
    page.oddHeader.left.text = en_tete(f"Détail par logement – {bilan.bailleur}")
    page.oddHeader.right.text = en_tete(bilan.destinataire)
    page.row_dimensions[ENTETE].height = 48  # three lines
    longest = sheet.vrac.largeurs if sheet.vrac is not None else {}
    for column, least in enumerate(largeurs, start=1):
        width = min(max(least, longest.get(column, 0) + 2), LARGEUR_MAX)
        page.column_dimensions[get_column_letter(column)].width = width


def _valeurs(fait: FaitOffre) -> tuple[Case, ...]:
    """A text, a day, or a number and its form, for each column."""
    home, place = fait.logement, fait.lieu
    return (
        fait.numero,
        home.id_interne,
        home.id_rpls,
        home.programme,
        home.adresse,
        place.insee,
        place.commune,
        place.intercommunalite,
        place.qpv,
        home.qpv_code,
        home.typologie,
        (home.surface, ENTIER),
        home.etage,
        home.financement,
        (None if home.loyer is None else home.loyer / 100, DECIMAL),
        home.plafond,
        (home.annee_construction, ANNEE),
        fait.circuit,
        fait.cause_liberation,
        fait.date_conge,
        fait.liberation,
        fait.disponibilite,
        fait.reservataire,
        fait.sous_contingent,
        fait.oriente,
        fait.jour,
        fait.echeance,
        fait.candidats_recus,
        (fait.candidats, ENTIER),
        fait.date_cal,
        fait.decision,
        fait.notification,
        fait.reponse,
        fait.bail,
        fait.issue,
        fait.cause_echec,
        fait.responsable,
        *((mark, ENTIER) for mark in mesures([fait])),
    )
