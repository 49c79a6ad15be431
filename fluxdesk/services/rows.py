"""Frozen rows that screens, commands and reports show; read, never written back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.vacance import Etape

if TYPE_CHECKING:
    from datetime import date, datetime

    from fluxdesk.domain.logement import Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class LogementRow:
    """A line of the Patrimoine list; ``loyer`` in euro cents.

    ``commune`` is a name and ``code_commune`` an INSEE code, as declared.
    """

    id: int
    reference: str
    programme: str
    adresse: str
    commune: str
    typologie: str
    surface: int | None
    etage: str
    financement: str
    qpv: str
    periode: str
    dpe: str
    loyer: int | None
    code_commune: str = ""


class TriLogements(StrEnum):
    """Columns the Patrimoine list can be sorted by."""

    REFERENCE = "reference"
    PROGRAMME = "programme"
    ADRESSE = "adresse"
    COMMUNE = "commune"
    TYPOLOGIE = "typologie"
    SURFACE = "surface"
    FINANCEMENT = "financement"
    QPV = "qpv"
    PERIODE = "periode"
    LOYER = "loyer"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRow:
    """A programme with the name of its commune and how many dwellings it counts."""

    programme: Programme
    nom_commune: str
    logements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FiltreLogements:
    """What the Patrimoine list shows and in which order; empty text, no programme = everything.

    ``communes`` are the names of today, by declared code, of the communes that merged since: they
    are sorted by it, as they are shown.
    """

    texte: str = ""
    programme: Programme | None = None
    tri: TriLogements = TriLogements.COMMUNE
    decroissant: bool = False
    communes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupeRow:
    """Dwellings alike, counted; ``premier`` is the oldest congé among them, None for a stock."""

    commune: str
    epci: str
    departement: str
    qpv: bool | None
    typologie: str
    financement: str
    annee_construction: int | None
    nombre: int
    premier: date | None = None
    programme: str = ""
    qpv_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VacanceRow:
    """A line of the Vacances list; ``age_jours`` counts from the congé to the day asked.

    ``au_titulaire`` is that it waits, out of the flux, for the holder of an identified right.
    """

    id: int
    logement_id: int
    reference: str
    adresse: str
    commune: str
    typologie: str
    financement: str
    etape: Etape
    qualification: str
    date_conge: date
    disponibilite: date | None
    age_jours: int
    orientation_id: int | None
    destinataire: str
    numero_offre: str
    echeance: date | None
    au_titulaire: bool = False

    @property
    def close(self) -> bool:
        """Whether nothing is to be decided of it any more."""
        return self.etape in {Etape.BAIL_SIGNE, Etape.HORS_FLUX} and not self.au_titulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class OrientationRow:
    """One offer in the time line of a vacancy, or in a list of offers."""

    id: int
    numero: str
    vacance_id: int
    jour: date
    destinataire: str
    issue: str
    echeance: date | None
    derogation: str
    motif_issue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """A line of the Journal; ``quand`` is UTC."""

    numero: int
    quand: datetime
    auteur: str
    action: str
    objet: str
    libelle: str
    motif: str
    annulable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FluxRow:
    """Account of a party today, in dwellings; ``part`` in 1/10 000, None for the landlord.

    ``faute`` is the part of the retard that no dwelling of its territory could have avoided;
    ``attente`` says how long a small right waits, empty for the others.
    """

    cle: str
    nom: str
    parent: str
    part: int | None
    du: Fraction
    servi: int
    retard: Fraction
    faute: Fraction = Fraction(0)
    attente: str = ""


class Urgence(StrEnum):
    """How near a thing to do is."""

    EN_RETARD = "en retard"
    AUJOURD_HUI = "aujourd’hui"
    BIENTOT = "bientôt"
    PLUS_TARD = "plus tard"


class ActionAFaire(StrEnum):
    """What the button of a thing to do opens."""

    OUVRIR_VACANCE = "vacance"
    OUVRIR_CONVENTIONS = "conventions"
    OUVRIR_BILANS = "bilans"
    OUVRIR_COURRIERS = "courriers"
    OUVRIR_BAUX = "baux"


@dataclass(frozen=True, slots=True, kw_only=True)
class AFaireRow:
    """One thing to do; ``cible`` is the id of the vacancy or convention it leads to."""

    jour: date
    urgence: Urgence
    titre: str
    detail: str
    action: ActionAFaire
    cible: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableauDeBord:
    """Everything the page Aujourd'hui shows. ``tolerance`` in dwellings, ``charge`` in words."""

    jour: date
    a_faire: tuple[AFaireRow, ...]
    a_orienter: tuple[VacanceRow, ...]
    flux: tuple[FluxRow, ...]
    liberations: int
    soustraits: int
    tolerance: Fraction
    commentaires: tuple[str, ...]
    charge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EtatBase:
    """What the status bar says: where the base is, how much it holds, when it was last saved."""

    chemin: str
    logements: int
    vacances: int
    derniere_sauvegarde: datetime | None
