"""Vacancies and offers of one session."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from fluxdesk.adapters.db.depot import exiger, poser
from fluxdesk.adapters.db.records_flux import (
    OrientationRecord,
    ReservataireRecord,
    VacanceRecord,
)
from fluxdesk.adapters.db.records_patrimoine import LogementRecord
from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.orientation import IssueOrientation, Orientation
from fluxdesk.domain.suivi_vacance import SuiviOffre, SuiviVacance
from fluxdesk.domain.vacance import (
    CategorieSoustrait,
    CauseLiberation,
    Etape,
    Qualification,
    Vacance,
    etape,
)
from fluxdesk.services.fiches import ecrire_fiche, lire_fiche

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

ETAPES_CLOSES = frozenset({Etape.BAIL_SIGNE, Etape.HORS_FLUX})


class SqlVacances:
    """Satisfies ``ports.Vacances``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lire(self, vacance_id: int) -> Vacance:
        """Raises IntrouvableError."""
        return vers_vacance(exiger(self._session, VacanceRecord, vacance_id, "La vacance"))

    def en_cours(self, logement_id: int) -> Vacance | None:
        """The open vacancy of a dwelling: not let, not taken out; None if there is none."""
        query = select(VacanceRecord).where(VacanceRecord.logement_id == logement_id)
        for record in self._session.scalars(query.order_by(VacanceRecord.id)):
            found = vers_vacance(record)
            if etape(found, self._issues(found.id)) not in ETAPES_CLOSES:
                return found
        return None

    def toutes(self) -> Sequence[Vacance]:
        """Every vacancy, in the order entered."""
        query = select(VacanceRecord).order_by(VacanceRecord.id)
        return tuple(map(vers_vacance, self._session.scalars(query)))

    def enregistrer(self, vacance: Vacance) -> int:
        """Insert (id 0) or overwrite; the id."""
        known = select(LogementRecord.id).where(LogementRecord.id == vacance.logement_id)
        if self._session.scalar(known) is None:
            what = "Le logement"
            raise IntrouvableError(what, vacance.logement_id)
        if vacance.id:
            record = exiger(self._session, VacanceRecord, vacance.id, "La vacance")
        else:
            record = VacanceRecord()
        taken_out = vacance.categorie_soustrait
        values = asdict(vacance) | {
            "cause": vacance.cause.value,
            "qualification": vacance.qualification.value,
            "categorie_soustrait": taken_out.value if taken_out else None,
            "suivi": ecrire_fiche(vacance.suivi),
        }
        del values["id"]
        poser(record, values)
        self._session.add(record)
        self._session.flush()
        return record.id

    def _issues(self, vacance_id: int) -> list[IssueOrientation]:
        query = select(OrientationRecord.issue).where(OrientationRecord.vacance_id == vacance_id)
        return [IssueOrientation(issue) for issue in self._session.scalars(query)]


class SqlOrientations:
    """Satisfies ``ports.Orientations``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lire(self, orientation_id: int) -> Orientation:
        """Raises IntrouvableError."""
        record = exiger(self._session, OrientationRecord, orientation_id, "L’orientation")
        return vers_orientation(record)

    def par_numero(self, numero: str) -> Orientation | None:
        """The offer of that number."""
        query = select(OrientationRecord).where(OrientationRecord.numero == numero)
        record = self._session.scalar(query)
        return vers_orientation(record) if record else None

    def de_la_vacance(self, vacance_id: int) -> Sequence[Orientation]:
        """Oldest first, cancelled ones included."""
        query = select(OrientationRecord).where(OrientationRecord.vacance_id == vacance_id)
        found = self._session.scalars(query.order_by(OrientationRecord.id))
        return tuple(map(vers_orientation, found))

    def toutes(self) -> Sequence[Orientation]:
        """Every offer, in the order made."""
        query = select(OrientationRecord).order_by(OrientationRecord.id)
        return tuple(map(vers_orientation, self._session.scalars(query)))

    def nombre_de_l_annee(self, annee: int) -> int:
        """Offers whose number belongs to the year, cancelled ones included."""
        query = select(func.count()).where(OrientationRecord.numero.startswith(f"{annee}-"))
        return self._session.execute(query).scalar_one()

    def enregistrer(self, orientation: Orientation) -> int:
        """Insert (id 0) or overwrite; the id."""
        exiger(self._session, VacanceRecord, orientation.vacance_id, "La vacance")
        if orientation.reservataire_id is not None:
            who = orientation.reservataire_id
            exiger(self._session, ReservataireRecord, who, "Le réservataire")
        if orientation.id:
            record = exiger(self._session, OrientationRecord, orientation.id, "L’orientation")
        else:
            record = OrientationRecord()
        values = asdict(orientation) | {
            "issue": orientation.issue.value,
            "mode": orientation.mode.value,
            "cause": orientation.cause.value if orientation.cause else None,
            "suivi": ecrire_fiche(orientation.suivi),
        }
        del values["id"]
        poser(record, values)
        self._session.add(record)
        self._session.flush()
        return record.id


def vers_vacance(record: VacanceRecord) -> Vacance:
    """The vacancy of a row."""
    taken_out = record.categorie_soustrait
    return Vacance(
        id=record.id,
        logement_id=record.logement_id,
        date_conge=record.date_conge,
        cause=CauseLiberation(record.cause),
        disponibilite=record.disponibilite,
        qualification=Qualification(record.qualification),
        categorie_soustrait=CategorieSoustrait(taken_out) if taken_out else None,
        observation=record.observation,
        suivi=lire_fiche(record.suivi, SuiviVacance),
    )


def vers_orientation(record: OrientationRecord) -> Orientation:
    """The offer of a row."""
    return Orientation(
        id=record.id,
        numero=record.numero,
        vacance_id=record.vacance_id,
        jour=record.jour,
        reservataire_id=record.reservataire_id,
        sous_contingent=record.sous_contingent,
        echeance=record.echeance,
        echeance_explication=record.echeance_explication,
        candidats=record.candidats,
        suggere=record.suggere,
        explication=record.explication,
        classement=record.classement,
        derogation=record.derogation,
        mode=ModeOffre(record.mode),
        issue=IssueOrientation(record.issue),
        date_issue=record.date_issue,
        date_attribution=record.date_attribution,
        date_bail=record.date_bail,
        motif_issue=record.motif_issue,
        cause=CauseEchec(record.cause) if record.cause else None,
        suivi=lire_fiche(record.suivi, SuiviOffre),
    )
