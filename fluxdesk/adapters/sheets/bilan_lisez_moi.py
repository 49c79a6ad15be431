"""The sheet that says what the workbook is, how it counts, and what it does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment
from openpyxl.utils import quote_sheetname

from fluxdesk.adapters.sheets.bilan_controle import CONTROLE
from fluxdesk.adapters.sheets.bilan_page import BASE_DES_DATES, ENTETE, PREMIERE, ouvrir
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from fluxdesk.adapters.sheets.bilan_page import Feuille, Valeur
    from fluxdesk.domain.bilan import Bilan

LISEZ_MOI = "LISEZ-MOI"
_LARGEURS: dict[str, int] = {"A": 26, "B": 110}


def feuille_lisez_moi(classeur: Workbook, bilan: Bilan) -> Feuille:
    """One row per thing to know."""
    sheet = ouvrir(classeur, LISEZ_MOI, bilan, "Bilan annuel des logements réservés")
    sheet.entetes(ENTETE, ("Rubrique", "Contenu"), textes=2)
    rows = _rubriques(bilan)
    for row, (name, text) in enumerate(rows, start=PREMIERE):
        sheet.texte(row, 1, name, gras=True)
        sheet.texte(row, 2, typographier(text))
    sheet.page.freeze_panes = sheet.page.cell(PREMIERE, 1)
    sheet.ajuster(_LARGEURS)
    return sheet


def annoncer_resultat(sheet: Feuille, adresse: str, valeur: Valeur) -> None:
    """Repeat the overall result of the checks on the first sheet."""
    row = sheet.page.max_row + 1
    sheet.texte(row, 1, "Contrôle des totaux", gras=True)
    sheet.formule(row, 2, f"{quote_sheetname(CONTROLE)}!{adresse}", valeur)
    sheet.page.cell(row, 2).alignment = Alignment(horizontal="left")


def _rubriques(bilan: Bilan) -> tuple[tuple[str, str], ...]:
    who = bilan.reservataire
    scope = f"le seul réservataire « {who} »" if who else "tous les réservataires"
    return (
        (
            "Objet",
            (
                f"Bilan {bilan.annee} des logements proposés et attribués, que le bailleur transmet"
                " à l'ensemble des réservataires avant le 28 février (CCH, art. R441-5-1)."
            ),
        ),
        ("Portée", f"Ce classeur porte sur {scope}."),
        ("Base des dates", BASE_DES_DATES),
        (
            "Libérations",
            (
                "Logements entrés dans le flux dans l'année, à la date de leur première"
                " proposition ; leurs caractéristiques sont celles de cette date."
            ),
        ),
        ("Soustraits", "Comptés à la date du congé, par catégorie (CCH, art. R441-5)."),
        (
            "Dû, servi, solde",
            (
                "Le dû est la somme, pour chaque logement entré dans le flux et compris dans"
                " l'assiette de la convention, du taux en vigueur ce jour-là ; le servi compte les"
                " logements imputés au réservataire ; le solde est le dû moins le servi."
                " Positif : le réservataire a droit à des logements ; négatif : il en a reçu"
                " d'avance. Le cumul court depuis l'origine et comprend les soldes d'ouverture."
            ),
        ),
        ("SYNTHÈSE", "Flux, comptes et mouvements de l'année."),
        (
            "BILAN CROISÉ",
            (
                "Une ligne par combinaison des six axes légaux. Un réservataire sans mouvement y a"
                " une ligne à zéro."
            ),
        ),
        ("Feuilles par axe", "Totaux par modalité, calculés à partir du bilan croisé."),
        ("CONTRÔLE", "Formules qui rapprochent tous les totaux : « conforme » ou « écart »."),
        (
            "Non compris",
            (
                "Le prévisionnel des logements soustraits de l'année en cours, qui est un document"
                " distinct. Aucune donnée nominative."
            ),
        ),
    )
