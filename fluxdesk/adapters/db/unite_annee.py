"""The repositories of a whole year, in one transaction."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from fluxdesk.adapters.db.examens import SqlExamens
from fluxdesk.adapters.db.fiches import SqlDocuments, SqlFiches
from fluxdesk.adapters.db.records_annee import (
    BilanEmisRecord,
    ConservationRecord,
    CourrierRecord,
    GarantieRecord,
    ModeleLettreRecord,
    ObjectifRecord,
    PhotoDepartRecord,
    PrevisionRecord,
    ProgrammeNeufRecord,
    RegleEquiteRecord,
    RegleExamenRecord,
    ResidenceRecord,
)
from fluxdesk.domain.bilan_emis import BilanEmis
from fluxdesk.domain.conservation import Conservation
from fluxdesk.domain.courrier import Courrier
from fluxdesk.domain.examen_occupation import RegleExamen
from fluxdesk.domain.garantie import Garantie
from fluxdesk.domain.modele_lettre import ModeleLettre
from fluxdesk.domain.objectif import Objectif
from fluxdesk.domain.photo import PhotoDepart
from fluxdesk.domain.prevision import Prevision
from fluxdesk.domain.programme_neuf import ProgrammeNeuf
from fluxdesk.domain.regle_equite import RegleEquite
from fluxdesk.domain.residence import Residence

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class DepotsAnneeSql(ABC):
    """Satisfies ``depots_annee.DepotsAnnee`` on the session of the transaction."""

    @property
    @abstractmethod
    def _session(self) -> Session: ...

    @property
    def programmes(self) -> SqlFiches[ProgrammeNeuf]:
        """New programmes."""
        return SqlFiches(self._session, ProgrammeNeufRecord, ProgrammeNeuf, "Le programme")

    @property
    def previsions(self) -> SqlFiches[Prevision]:
        """Dwellings foreseen out of the flux."""
        return SqlFiches(self._session, PrevisionRecord, Prevision, "La prévision")

    @property
    def objectifs(self) -> SqlFiches[Objectif]:
        """Objectives of attribution."""
        return SqlFiches(self._session, ObjectifRecord, Objectif, "L’objectif")

    @property
    def modeles(self) -> SqlFiches[ModeleLettre]:
        """Wordings of letters that were changed."""
        return SqlFiches(self._session, ModeleLettreRecord, ModeleLettre, "Le modèle")

    @property
    def courriers(self) -> SqlFiches[Courrier]:
        """Letters."""
        return SqlFiches(self._session, CourrierRecord, Courrier, "Le courrier")

    @property
    def garanties(self) -> SqlFiches[Garantie]:
        """Loan guarantees."""
        return SqlFiches(self._session, GarantieRecord, Garantie, "La garantie")

    @property
    def photos(self) -> SqlFiches[PhotoDepart]:
        """Dated états des lieux."""
        return SqlFiches(self._session, PhotoDepartRecord, PhotoDepart, "La photo de départ")

    @property
    def bilans(self) -> SqlFiches[BilanEmis]:
        """Bilans on their way."""
        return SqlFiches(self._session, BilanEmisRecord, BilanEmis, "Le bilan")

    @property
    def residences(self) -> SqlFiches[Residence]:
        """What is known of residences."""
        return SqlFiches(self._session, ResidenceRecord, Residence, "La résidence")

    @property
    def equites(self) -> SqlFiches[RegleEquite]:
        """The band of fairness: one at most."""
        return SqlFiches(self._session, RegleEquiteRecord, RegleEquite, "La règle d’équité")

    @property
    def regles_examen(self) -> SqlFiches[RegleExamen]:
        """When leases are examined, and where: one at most."""
        return SqlFiches(self._session, RegleExamenRecord, RegleExamen, "La règle des examens")

    @property
    def examens(self) -> SqlExamens:
        """Examinations of the occupation."""
        return SqlExamens(self._session)

    @property
    def conservations(self) -> SqlFiches[Conservation]:
        """How long candidates are kept: one at most."""
        return SqlFiches(self._session, ConservationRecord, Conservation, "La conservation")

    @property
    def documents(self) -> SqlDocuments:
        """Kept files."""
        return SqlDocuments(self._session)
