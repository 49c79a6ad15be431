"""Things to do and dwellings to orient: the two lists of the page Aujourd'hui."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import JOURS, en_lettres
from fluxdesk.services.rows import ActionAFaire, Urgence, VacanceRow
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import jours
from fluxdesk.ui.theme import Etat

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject

    from fluxdesk.services.rows import AFaireRow

SEMAINE = timedelta(days=7)
VERBES = {
    ActionAFaire.OUVRIR_VACANCE: "Ouvrir",
    ActionAFaire.OUVRIR_CONVENTIONS: "Voir",
    ActionAFaire.OUVRIR_BILANS: "Préparer",
    ActionAFaire.OUVRIR_COURRIERS: "Éditer",
    ActionAFaire.OUVRIR_BAUX: "Voir",
}
PAGES = {
    ActionAFaire.OUVRIR_VACANCE: "vacances",
    ActionAFaire.OUVRIR_CONVENTIONS: "conventions",
    ActionAFaire.OUVRIR_BILANS: "bilans",
}
ETATS = {
    Urgence.EN_RETARD: Etat.RETARD,
    Urgence.AUJOURD_HUI: Etat.ALERTE,
    Urgence.BIENTOT: Etat.ALERTE,
    Urgence.PLUS_TARD: Etat.NEUTRE,
}


def quand(ligne: AFaireRow, aujourd_hui: date) -> str:
    """« En retard de 2 jours », « Aujourd’hui », « Demain », « Jeudi », « 28 février 2027 »."""
    left = (ligne.jour - aujourd_hui).days
    if ligne.urgence is Urgence.EN_RETARD:
        return f"En retard de {jours(-left)}"
    if ligne.urgence is Urgence.AUJOURD_HUI or left == 0:
        return "Aujourd’hui"
    if left == 1:
        return "Demain"
    if 1 < left < SEMAINE.days:
        return JOURS[ligne.jour.weekday()].capitalize()
    return en_lettres(ligne.jour)


class AOrienterModel(ModeleLignes[VacanceRow]):
    """Dwellings that wait for a réservataire, the oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="Logement",
                    texte=_lieu,
                    dit=_lieu,
                ),
                Colonne(titre="Type", texte=lambda row: row.typologie),
                Colonne(
                    titre="Financ.",
                    texte=lambda row: row.financement,
                    titre_complet="Financement",
                ),
                Colonne(
                    titre="Âge",
                    texte=lambda row: f"{row.age_jours}\u00a0j",
                    tri=lambda row: row.age_jours,
                    dit=lambda row: f"{jours(row.age_jours)} depuis le congé",
                    nombre=True,
                ),
            ),
            parent,
        )


def _lieu(row: VacanceRow) -> str:
    """Where it is; its reference where the file gave no address."""
    return ", ".join(part for part in (row.adresse or row.reference, row.commune) if part)
