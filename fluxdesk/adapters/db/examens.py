"""Examinations of the occupation, in the session of the transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from fluxdesk.adapters.db.depot import ecrire, effacer, exiger
from fluxdesk.adapters.db.records_patrimoine import ExamenOccupationRecord
from fluxdesk.domain.examen_occupation import AvisOccupation, ExamenOccupation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

_R = ExamenOccupationRecord
_QUOI = "L’examen"


class SqlExamens:
    """Satisfies ``depots_annee.Examens``; a table, since lists join it to the dwellings."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lire(self, fiche_id: int) -> ExamenOccupation:
        """Raises IntrouvableError."""
        return _examen(exiger(self._session, _R, fiche_id, _QUOI))

    def toutes(self) -> Sequence[ExamenOccupation]:
        """In the order entered."""
        return tuple(map(_examen, self._session.scalars(select(_R).order_by(_R.id))))

    def du_logement(self, logement_id: int) -> Sequence[ExamenOccupation]:
        """Oldest first."""
        query = select(_R).where(_R.logement_id == logement_id).order_by(_R.jour, _R.id)
        return tuple(map(_examen, self._session.scalars(query)))

    def enregistrer(self, fiche: ExamenOccupation) -> int:
        """Insert (id 0) or overwrite; the id."""
        values: dict[str, object] = {
            "logement_id": fiche.logement_id,
            "jour": fiche.jour,
            "avis": fiche.avis.value,
            "note": fiche.note,
        }
        return ecrire(self._session, _R(), fiche.id, _QUOI, values).id

    def retirer(self, fiche_id: int) -> None:
        """Raises IntrouvableError."""
        effacer(self._session, _R, fiche_id, _QUOI)


def _examen(record: ExamenOccupationRecord) -> ExamenOccupation:
    return ExamenOccupation(
        id=record.id,
        logement_id=record.logement_id,
        jour=record.jour,
        avis=AvisOccupation(record.avis),
        note=record.note,
    )
