"""F1 and À propos: what this page is for, and what the program is made of."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QMessageBox

from fluxdesk import __version__
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.ui.pages.page import Page

AIDES = {
    "aujourdhui": (
        "Ce qu’il faut faire aujourd’hui, les logements à orienter et l’état du flux.",
        "À faire : le bouton de chaque ligne ouvre l’endroit où la chose se fait.",
        "Flux : la barre est ce qui a été servi, le trait ce qui est dû à chaque réservataire.",
        "Un retard positif veut dire que des logements lui sont encore dus.",
        "Ctrl+P : les courriers qui attendent ; leurs textes se changent dans Modèles de lettres.",
    ),
    "vacances": (
        "Chaque logement libéré, du congé au bail.",
        (
            "Le bouton principal, ou Entrée dans la liste, est toujours la prochaine étape de la "
            "vacance choisie ; chaque étape de sa fiche se note d’un clic. Ctrl+R : la réponse."
        ),
        "La proposition s’accompagne toujours de ses chiffres : dû, servi, retard.",
        (
            "Ctrl+Maj+C : les candidats de l’offre ; Alt+↑ et Alt+↓ changent leur rang. La "
            "cotation ne s’affiche que si le menu Affichage le demande."
        ),
        (
            "Ctrl+Maj+S : ce qu’il faut saisir au SNE après le bail ; Ctrl+Maj+T : le texte d’une "
            "annonce. « Vacance longue » liste ce qui est vide depuis plus de trois mois."
        ),
    ),
    "patrimoine": (
        "Les logements de l’organisme, tels que vos fichiers les ont donnés.",
        "Tapez quelques lettres d’une adresse, d’une résidence ou d’une référence pour filtrer.",
        "Cliquez sur un titre de colonne pour trier.",
        "Un import montre d’abord ce qu’il ferait ; il s’annule en entier depuis le journal.",
        "« Qualité » liste ce qui manque ou paraît faux ; Entrée montre les logements.",
        "F2 corrige ou confirme une valeur des logements choisis, Échap revient à tous.",
        "Ce qui est saisi ou confirmé à la main n’est jamais écrasé par un fichier.",
        (
            "« Programmes et baux » tient les programmes neufs (droits, concertation, livraison) "
            "et signale une résidence fragile ou peu demandée."
        ),
        (
            "Ctrl+Maj+B : les baux dont la CALEOL doit examiner l’occupation, tous les trois ans "
            "en zone tendue ; l’examen de plusieurs logements se note d’un coup."
        ),
    ),
    "conventions": (
        "Ce qui a été signé avec chaque réservataire : taux, territoire, délais, avenants.",
        "Les contrôles s’affichent pendant la saisie : ce qui bloque, ce qui est à vérifier.",
        (
            "« Stock » mène de l’état des lieux aux projets de conventions (Ctrl+Maj+E) et suit "
            "les garanties d’emprunt (Ctrl+Maj+G)."
        ),
        (
            "Le formulaire suit les onze rubriques d’une convention : Ctrl+Page suivante passe à "
            "la suivante. « Préréglages… » propose des valeurs d’usage, chacune avec sa source."
        ),
        (
            "« Dossier… » (Ctrl+D) montre les avenants dans le temps, compare deux versions et "
            "garde les PDF signés."
        ),
    ),
    "bilans": (
        "Les bilans annuels dus à chaque réservataire et à la Préfecture avant le 28 février.",
        "« Prévisionnel des soustraits » compare prévu et réalisé ; double-clic pour corriger.",
        "« Objectifs » mesure les cibles par EPCI ; ce qui n’est pas renseigné est compté à part.",
        "« Équité » compare la part de loyers bas de chacun à sa part du flux.",
        "« Dossier du 28 février… » écrit pour tous : classeur, PDF, texte et lettre.",
        "Approuver gèle les fichiers exacts ; après l’envoi, une correction fait un rectificatif.",
        "Entrée sur un point à vérifier mène là où il se corrige.",
        (
            "Choisissez plusieurs destinataires (Ctrl+A) pour les approuver ou éditer ensemble ; "
            "d’un trimestre ou d’un mois, ceux dont la convention le demande sont déjà choisis."
        ),
    ),
    "simulation": (
        "Une année rejouée sous d’autres taux, à côté de ce qui a été fait. Rien n’est écrit.",
        (
            "Double-cliquez sur un taux ou un refus pour le changer, puis simulez ; 0 % retire du "
            "flux. Deux fichiers, des conventions et un flux, se rejouent de même."
        ),
        (
            "Courbes : la bande est la tolérance ; au-dessus, un réservataire attend. "
            "Cochez dans la légende les courbes à tracer."
        ),
        (
            "« Règle, signé » dit à qui la règle aurait proposé un logement sous les conventions "
            "signées : s’il y est déjà, l’hypothèse n’y est pour rien."
        ),
    ),
    "journal": (
        "Qui a fait quoi, quand et pourquoi. Rien ne s’y efface.",
        "Une action annulable s’annule par une autre action, avec un motif : les deux restent.",
    ),
}
TOUCHES = (
    "Touches : Ctrl+1 à Ctrl+7 changent de page, Ctrl+F cherche, Ctrl+C copie les lignes "
    "choisies comme un tableau, Ctrl+Z annule, Échap revient en arrière."
)
LICENCES = (
    "FluxDesk utilise Qt et PySide6 sous licence LGPL v3 : vous pouvez les remplacer par votre "
    "propre version, les bibliothèques sont des fichiers séparés du programme. "
    "Police Inter (SIL Open Font License), icônes Lucide (ISC). "
    "Les textes des licences sont livrés avec le programme, dossier « licences »."
)


def boite_aide(page: type[Page], parent: QWidget) -> QMessageBox:
    """The short help of a page."""
    first, *rest = AIDES[page.nom]
    box = QMessageBox(parent)
    box.setWindowTitle(typographier(f"Aide : {page.titre}"))
    box.setText(typographier(first))
    box.setInformativeText(typographier("\n\n".join((*rest, TOUCHES))))
    return box


def boite_a_propos(parent: QWidget) -> QMessageBox:
    """Versions and licences."""
    box = QMessageBox(parent)
    box.setWindowTitle("À propos de FluxDesk")
    box.setText(f"FluxDesk {__version__}")
    versions = f"PySide6 {PySide6.__version__}, Qt {qVersion()}, Python {platform.python_version()}"
    box.setInformativeText(typographier(f"{versions}.\n\n{LICENCES}"))
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return box
