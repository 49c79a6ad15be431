"""The sheet that says what the workbook is, how it counts, and what it does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment
from openpyxl.utils import quote_sheetname

import fluxdesk
from fluxdesk.adapters.sheets.bilan_controle import CONTROLE
from fluxdesk.adapters.sheets.bilan_ouverture import BASE_DES_DATES, ouvrir
from fluxdesk.adapters.sheets.bilan_page import ENTETE, PREMIERE
from fluxdesk.domain.bilan_comptes import sans_compte
from fluxdesk.domain.bilan_ecarts import lire_changement
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from fluxdesk.adapters.sheets.bilan_page import Feuille, Valeur
    from fluxdesk.domain.bilan import Bilan, ConventionVue

LISEZ_MOI, CHANGEMENTS = "LISEZ-MOI", "RECTIFICATIF"
_LARGEURS: dict[str, int] = {"A": 26, "B": 110}
# How the crossed table counts.
_CROISE: tuple[tuple[str, str], ...] = (
    (
        "BILAN CROISÉ",
        (
            "Une ligne par combinaison des six axes légaux, de l'EPCI et du neuf. Un"
            " réservataire sans mouvement y a une ligne à zéro. Une offre imputée à un autre"
            " que celui à qui elle a été faite compte chez celui à qui elle est imputée."
        ),
    ),
    (
        "Neuf / relocation",
        (
            "Les logements proposés et attribués sont tous comptés. Une première location"
            " « neuf (compté à part) » n'entre ni dans le dû ni dans le servi de son"
            " réservataire : sa convention la compte hors du flux. Elle n'entre dans les"
            " libérations que si une autre convention compte le neuf dans le flux, et c'est le"
            " bailleur qui en est servi. « neuf » y entre."
        ),
    ),
)


def feuille_lisez_moi(classeur: Workbook, bilan: Bilan) -> Feuille:
    """One row per thing to know."""
    sheet = ouvrir(classeur, LISEZ_MOI, bilan, "Bilan des logements réservés")
    sheet.entetes(ENTETE, ("Rubrique", "Contenu"), textes=2)
    rows = _rubriques(bilan)
    for row, (name, text) in enumerate(rows, start=PREMIERE):
        sheet.texte(row, 1, name, gras=True)
        sheet.texte(row, 2, typographier(text))
    sheet.page.freeze_panes = sheet.page.cell(PREMIERE, 1)
    sheet.page.page_setup.fitToHeight = 1
    sheet.ajuster(_LARGEURS)
    return sheet


def feuille_changements(classeur: Workbook, bilan: Bilan) -> list[Feuille]:
    """What a rectificatif changes, a cell a row; no sheet where nothing is told."""
    if not bilan.changements:
        return []
    sheet = ouvrir(classeur, CHANGEMENTS, bilan, "Ce qui change depuis le bilan déjà transmis")
    sheet.entetes(ENTETE, ("Ce qui change", "Transmis", "Rectifié"), textes=3)
    for row, told in enumerate(bilan.changements, start=PREMIERE):
        for column, text in enumerate(lire_changement(told), start=1):
            sheet.texte(row, column, text)
    sheet.filtrer(PREMIERE + len(bilan.changements) - 1, 3)
    sheet.ajuster({"A": 100, "B": 16, "C": 16})
    return [sheet]


def annoncer_resultat(sheet: Feuille, adresse: str, valeur: Valeur) -> None:
    """Repeat the overall result of the checks on the first sheet."""
    row = sheet.page.max_row + 1
    sheet.texte(row, 1, "Contrôle des totaux", gras=True)
    sheet.formule(row, 2, f"{quote_sheetname(CONTROLE)}!{adresse}", valeur)
    sheet.page.cell(row, 2).alignment = Alignment(horizontal="left")


def _rubriques(bilan: Bilan) -> tuple[tuple[str, str], ...]:
    return (
        *_objet(bilan),
        *_secret(bilan),
        ("Base des dates", BASE_DES_DATES),
        (
            "Libérations",
            (
                "Logements entrés dans le flux dans la période, à la date de leur première"
                " proposition ; leurs caractéristiques sont celles de cette date."
            ),
        ),
        ("Soustraits", "Comptés à la date du congé, par catégorie (CCH, art. R441-5)."),
        _comptes(bilan),
        *_feuilles(bilan),
        ("Établi", _etabli(bilan)),
    )


def _etabli(bilan: Bilan) -> str:
    when = f"le {en_lettres(bilan.etabli)}, " if bilan.etabli is not None else ""
    return f"{when}avec FluxDesk {fluxdesk.__version__}"


def _feuilles(bilan: Bilan) -> tuple[tuple[str, str], ...]:
    """What each sheet holds, and what none does."""
    return (
        (
            "SYNTHÈSE",
            (
                "Flux, comptes et mouvements de la période, offres sans suite par cause. Le report"
                " d'entrée est le solde au premier jour, le solde à reporter celui du dernier."
            ),
        ),
        *_CROISE,
        ("Feuilles par axe", "Totaux par modalité, calculés à partir du bilan croisé."),
        ("CONTRÔLE", "Formules qui rapprochent tous les totaux : « conforme » ou « écart »."),
        (
            "RELOGEMENTS, PRÉVISIONNEL",
            (
                f"Logements soustraits en {bilan.annee}, prévus et réalisés par opération ; nombre"
                f" prévu pour {bilan.annee + 1} par catégorie d'opération (CCH, art. R441-5)."
            ),
        ),
        *_selon(bilan),
        ("NEUF", "Droits convenus sur les programmes neufs."),
        (
            "OBJECTIFS",
            (
                "Ce qu'on ne sait pas d'un ménage (« dont inconnus ») est dans la base. Le taux"
                " réalisé est donné deux fois : « au moins » si aucun inconnu ne compte, « au"
                " plus » si tous comptent. Un résultat « incertain » dépend d'eux."
            ),
        ),
        (
            "Sigles",
            (
                "CAL : commission d'attribution. EPCI : intercommunalité. PLAI, PLUS, PLS :"
                " financements, du plus social au moins social."
            ),
        ),
        (
            "Non compris",
            "Aucun nom de demandeur, ni numéro unique, ni rien de ce qui dirait qui est logé où.",
        ),
    )


def _comptes(bilan: Bilan) -> tuple[str, str]:
    """How the accounts are kept, or why there is none."""
    if bilan.d_un_epci:
        return "Comptes", sans_compte(bilan)
    return (
        "Dû, servi, solde",
        (
            "Le dû est la somme, pour chaque logement entré dans le flux et compris dans"
            " l'assiette de la convention, du taux en vigueur ce jour-là ; le servi compte les"
            " logements imputés au réservataire ; le solde est le dû moins le servi."
            " Positif : le réservataire a droit à des logements ; négatif : il en a reçu"
            " d'avance. Le cumul court depuis l'origine et comprend les soldes d'ouverture."
        ),
    )


def _selon(bilan: Bilan) -> tuple[tuple[str, str], ...]:
    """The sheets that not every recipient has."""
    if bilan.seuil:
        return ()
    detail = (
        "DÉTAIL LOGEMENTS",
        (
            "Chaque offre de la période : le logement, les dates de la libération au bail, l'issue"
            " et sa cause. Un logement proposé plusieurs fois y a plusieurs lignes."
        ),
    )
    return (
        *([detail] if bilan.au_logement else []),
        (
            "TERRITOIRES",
            (
                "Vue consolidée par département et EPCI, en et hors quartier prioritaire de la"
                " politique de la ville (QPV)."
            ),
        ),
        ("LOYERS", "Loyers comparés au maximum de la convention APL, par réservataire."),
    )


def _objet(bilan: Bilan) -> tuple[tuple[str, str], ...]:
    """What it is, for whom, under which convention, whom to ask."""
    who = bilan.reservataire
    scope = f"le seul réservataire « {who} »" if who else "tous les réservataires"
    if bilan.d_un_epci:
        scope = f"{scope}, sur le seul territoire de l'EPCI"
    legal = (
        f"Bilan {bilan.annee} des logements proposés et attribués, que le bailleur transmet"
        " à l'ensemble des réservataires avant le 28 février (CCH, art. R441-5-1)."
    )
    point = f"Point intermédiaire ({bilan.periode.nom}), au rythme de la convention."
    found = [
        ("Objet", legal if bilan.periode.entiere else point),
        ("Portée", f"Ce classeur porte sur {scope}."),
    ]
    if bilan.convention is not None:
        found.append(("Convention", _convention(bilan.convention)))
    if bilan.version > 1:
        found.insert(1, ("Rectificatif", _rectificatif(bilan)))
    if bilan.contact:
        found.append(("Contact", bilan.contact))
    return tuple(found)


def _rectificatif(bilan: Bilan) -> str:
    told = (
        f"Rectificatif n°\u00a0{bilan.version - 1} : il annule et remplace le bilan déjà transmis."
    )
    return f"{told} La feuille {CHANGEMENTS} dit ce qui change." if bilan.changements else told


def _convention(convention: ConventionVue) -> str:
    parts = [f"Référence : {convention.reference or 'non renseignée'}"]
    if convention.signature is not None:
        parts.append(f"signée le {convention.signature:%d/%m/%Y}")
    if convention.fin is not None:
        parts.append(f"jusqu'au {convention.fin:%d/%m/%Y}")
    parts.append(f"droit décompté à l'étape « {convention.decompte} »")
    told = f"{', '.join(parts)}."
    if convention.partielle:
        told += (
            " Le taux porte sur une partie du patrimoine : libérations, soustraits et prévisionnel"
            " sont ceux de cette assiette."
        )
    return told


def _secret(bilan: Bilan) -> tuple[tuple[str, str], ...]:
    if not bilan.seuil:
        return ()
    text = (
        f"Les lignes de moins de {bilan.seuil} attributions ou baux sont regroupées, et le détail"
        " par logement est omis. Rien n'est barré : les totaux restent exacts et aucune"
        " soustraction ne rend une ligne regroupée. Un objectif qui dirait moins de"
        f" {bilan.seuil} ménages n'est pas compté. Les comptes des réservataires restent entiers :"
        " ils ne disent rien des logements ni de qui les habite."
    )
    return (("Secret", text),)
