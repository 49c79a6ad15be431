"""Rows of the leases, and how their state looks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.bail import dire_bail
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.examen_occupation import EtatBail
from fluxdesk.services.lister_baux import LigneBail
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.theme import Etat
from fluxdesk.ui.widgets.pastille import Pastille

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

PASTILLES = {
    EtatBail.A_EXAMINER: Pastille("circle-alert", "À examiner", Etat.ALERTE),
    EtatBail.BIENTOT: Pastille("clock", "Dans les six mois", Etat.NEUTRE),
    EtatBail.A_JOUR: Pastille("circle-check", "À jour", Etat.OK),
    EtatBail.INCONNU: Pastille("info", "Bail inconnu", Etat.NEUTRE),
}
EXEMPLES = {
    1: "12 BOULEVARD DU GENERAL",
    2: "PORTO-VECCHIO",
    3: "T3 bis",
    4: "31/12/2026",
    5: "31/12/2026",
    6: "31/12/2026",
    7: "Dans les six mois ##",
}
ETAT = 7


class BauxModel(ModeleLignes[LigneBail]):
    """One row a dwelling."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Résidence", texte=_residence, dit=_residence),
                Colonne(titre="Adresse", texte=_adresse, dit=_adresse),
                Colonne(titre="Commune", texte=lambda row: row.commune),
                Colonne(titre="Type", texte=lambda row: row.row.typologie),
                Colonne(
                    titre="Bail depuis",
                    texte=lambda row: dire_bail(row.row.bail),
                    tri=lambda row: row.row.bail or None,
                    titre_complet="Début du bail en cours ; le mois seul quand le jour est inconnu",
                ),
                Colonne(
                    titre="Examiné le",
                    texte=lambda row: en_chiffres(row.row.examen),
                    tri=lambda row: row.row.examen,
                    titre_complet="Dernier examen de l’occupation noté",
                ),
                Colonne(
                    titre="Prochain",
                    texte=lambda row: en_chiffres(row.prochain.jour),
                    tri=lambda row: row.prochain.jour,
                    dit=_pourquoi,
                    titre_complet="Prochain examen",
                ),
                Colonne(
                    titre="État",
                    texte=lambda row: PASTILLES[row.prochain.etat].mot,
                    tri=lambda row: row.prochain.jour or date.max,
                    dit=_pourquoi,
                    valeur=lambda row: PASTILLES[row.prochain.etat],
                ),
            ),
            parent,
        )


def _residence(ligne: LigneBail) -> str:
    return ligne.row.programme


def _adresse(ligne: LigneBail) -> str:
    return ligne.row.adresse or ligne.row.reference  # overseas, many dwellings have no street


def _pourquoi(ligne: LigneBail) -> str:
    return ligne.prochain.phrase
