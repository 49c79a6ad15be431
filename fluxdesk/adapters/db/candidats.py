"""The candidates of offers, of one session: personal data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from fluxdesk.adapters.db.depot import ecrire, effacer, exiger
from fluxdesk.adapters.db.records_imports import CandidatRecord
from fluxdesk.domain.candidat import Candidat, EtatCandidat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

_CANDIDAT = (
    "orientation_id",
    "rang",
    "numero_unique",
    "nom",
    "personnes",
    "quartile",
    "dalo",
    "priorite",
    "mutation",
    "dossier_complet",
    "relogement",
    "origine",
    "cotation",
    "recu",
    "pieces_manquantes",
    "retire",
)


class SqlCandidats:
    """Satisfies ``ports.Candidats``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def de_l_orientation(self, orientation_id: int) -> Sequence[Candidat]:
        """By rank, without those set aside."""
        return self._par_rang(orientation_id, CandidatRecord.retire.is_(None))

    def retires(self, orientation_id: int) -> Sequence[Candidat]:
        """Those set aside."""
        return self._par_rang(orientation_id, CandidatRecord.retire.is_not(None))

    def _par_rang(self, orientation_id: int, lesquels: ColumnElement[bool]) -> Sequence[Candidat]:
        mine = CandidatRecord.orientation_id == orientation_id
        query = select(CandidatRecord).where(mine, lesquels)
        found = self._session.scalars(query.order_by(CandidatRecord.rang, CandidatRecord.id))
        return tuple(map(_candidat, found))

    def lire(self, candidat_id: int) -> Candidat:
        """Raises IntrouvableError."""
        return _candidat(exiger(self._session, CandidatRecord, candidat_id, "Le candidat"))

    def enregistrer(self, candidat: Candidat, lot: int | None = None) -> int:
        """Insert (id 0) or overwrite; the id."""
        values: dict[str, object] = {name: getattr(candidat, name) for name in _CANDIDAT}
        values["etat"] = candidat.etat.value
        new = CandidatRecord(lot_id=lot)
        return ecrire(self._session, new, candidat.id, "Le candidat", values).id

    def effacer(self, candidat_id: int) -> None:
        """Raises IntrouvableError."""
        effacer(self._session, CandidatRecord, candidat_id, "Le candidat")

    def retirer_lot(self, lot: int) -> int:
        """Remove what an import brought; how many."""
        gone = delete(CandidatRecord).where(CandidatRecord.lot_id == lot)
        return len(self._session.scalars(gone.returning(CandidatRecord.id)).all())


def _candidat(record: CandidatRecord) -> Candidat:
    return Candidat(
        id=record.id,
        orientation_id=record.orientation_id,
        rang=record.rang,
        numero_unique=record.numero_unique,
        nom=record.nom,
        personnes=record.personnes,
        quartile=record.quartile,
        dalo=record.dalo,
        priorite=record.priorite,
        mutation=record.mutation,
        dossier_complet=record.dossier_complet,
        relogement=record.relogement,
        origine=record.origine,
        etat=EtatCandidat(record.etat),
        cotation=record.cotation,
        recu=record.recu,
        pieces_manquantes=record.pieces_manquantes,
        retire=record.retire,
    )
