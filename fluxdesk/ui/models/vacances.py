"""The list of vacancies: its columns, its badges, and what the officer does next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.vacance import Etape
from fluxdesk.domain.vacance_longue import MOIS_USUELS, debut_de_vacance, est_longue
from fluxdesk.services.rows import VacanceRow
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import jours, retard_court, retard_de
from fluxdesk.ui.theme import Etat
from fluxdesk.ui.widgets.pastille import Pastille

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

PASTILLES: dict[Etape, Pastille] = {
    Etape.A_QUALIFIER: Pastille("circle-help", "À qualifier", Etat.ALERTE),
    Etape.A_ORIENTER: Pastille("arrow-right", "À orienter", Etat.RETARD),
    Etape.PROPOSEE: Pastille("hourglass", "Proposée", Etat.NEUTRE),
    Etape.ATTRIBUEE: Pastille("users", "Attribuée", Etat.NEUTRE),
    Etape.BAIL_SIGNE: Pastille("circle-check", "Bail signé", Etat.OK),
    Etape.HORS_FLUX: Pastille("ban", "Hors flux", Etat.NEUTRE),
}
AU_TITULAIRE = Pastille("arrow-right", "À proposer", Etat.RETARD)
ORDRE = tuple(Etape)
COLONNE_ETAPE = 0
COLONNE_ADRESSE = 1
COLONNE_AGE = 7
COLONNE_DESTINATAIRE = 8
COLONNE_ECHEANCE = 9
BIENTOT = 3  # days before a deadline from which it is worth a tint


def pastille_de(row: VacanceRow) -> Pastille:
    """Where it stands, as a badge; the identified stock waits for its holder out of the flux."""
    return AU_TITULAIRE if row.au_titulaire else PASTILLES[row.etape]


def _adresse(row: VacanceRow) -> str:
    return row.adresse or row.reference  # overseas, many dwellings have no street


def _offre(row: VacanceRow) -> str | None:
    return f"{row.destinataire}, offre n°\u00a0{row.numero_offre}" if row.numero_offre else None


def _echeance(row: VacanceRow) -> date | None:
    return row.echeance if row.etape is Etape.PROPOSEE else None


COLONNES: tuple[Colonne[VacanceRow], ...] = (
    Colonne(
        titre="Étape",
        texte=lambda row: pastille_de(row).mot,
        tri=lambda row: ORDRE.index(Etape.A_ORIENTER if row.au_titulaire else row.etape),
        valeur=pastille_de,
        dit=lambda row: "À proposer à son titulaire" if row.au_titulaire else pastille_de(row).mot,
    ),
    Colonne(titre="Adresse", texte=_adresse, dit=_adresse),
    Colonne(titre="Commune", texte=lambda row: row.commune, dit=lambda row: row.commune),
    Colonne(titre="Type", texte=lambda row: row.typologie),
    Colonne(titre="Financ.", texte=lambda row: row.financement, titre_complet="Financement"),
    Colonne(
        titre="Congé",
        texte=lambda row: en_chiffres(row.date_conge),
        tri=lambda row: row.date_conge,
        titre_complet="Congé reçu le",
    ),
    Colonne(
        titre="Libre le",
        texte=lambda row: en_chiffres(row.disponibilite),
        tri=lambda row: row.disponibilite,
        titre_complet="Date de disponibilité",
    ),
)

DESTINATAIRE: Colonne[VacanceRow] = Colonne(
    titre="Destinataire",
    texte=lambda row: row.destinataire,
    dit=_offre,
)


class VacanceModel(ModeleLignes[VacanceRow]):
    """Shows vacancies; deadlines are read against the day that was given."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._jour = date.max
        self._mois = MOIS_USUELS
        super().__init__((*COLONNES, self._ages(), DESTINATAIRE, self._echeances()), parent)

    def _ages(self) -> Colonne[VacanceRow]:
        return Colonne(
            titre="Âge",
            texte=lambda row: f"{row.age_jours}\u00a0j",
            tri=lambda row: row.age_jours,
            valeur=self._pastille_age,
            dit=self._dire_age,
            nombre=True,
            titre_complet="Jours écoulés depuis le congé",
        )

    def _echeances(self) -> Colonne[VacanceRow]:
        return Colonne(
            titre="Échéance",
            texte=lambda row: en_chiffres(_echeance(row)),
            tri=_echeance,
            valeur=self._pastille,
            dit=self._dire_echeance,
            titre_complet="Échéance de réponse",
        )

    def dater(self, jour: date, mois: int = MOIS_USUELS) -> None:
        """Say which day it is, and from how many months a vacancy is long; before rows."""
        self._jour, self._mois = jour, mois

    def longue(self, row: VacanceRow) -> bool:
        """Whether the dwelling, still to let, has been empty for too long."""
        begun = debut_de_vacance(row.disponibilite, row.date_conge)
        return not row.close and est_longue(begun, self._jour, self._mois)

    def rang_de(self, vacance_id: int) -> int | None:
        """Row that shows a vacancy; None where it is not listed."""
        return next((n for n, row in enumerate(self.lignes) if row.id == vacance_id), None)

    def _dire_age(self, row: VacanceRow) -> str:
        said = f"{jours(row.age_jours)} depuis le congé"
        return (
            f"{said}\u00a0; vacant depuis plus de {self._mois} mois" if self.longue(row) else said
        )

    def _pastille_age(self, row: VacanceRow) -> Pastille | None:
        if not self.longue(row):
            return None
        return Pastille("triangle-alert", f"{row.age_jours}\u00a0j", Etat.ALERTE)

    def _dire_echeance(self, row: VacanceRow) -> str | None:
        due = _echeance(row)
        return f"{en_chiffres(due)}\u00a0: {retard_de(due, self._jour).lower()}" if due else None

    def _pastille(self, row: VacanceRow) -> Pastille | None:
        due = _echeance(row)
        if due is None or (due - self._jour).days > BIENTOT:
            return None
        late = due < self._jour
        words = retard_court(due, self._jour)
        return Pastille(
            "clock" if late else "calendar-clock", words, Etat.RETARD if late else Etat.ALERTE
        )
