"""Imports of one session, and how one is undone."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

from sqlalchemy import String, cast, delete, func, select

from fluxdesk.adapters.db.depot import exiger
from fluxdesk.adapters.db.erreurs import LotAnnuleError, LotSuiviError, LotUtiliseError
from fluxdesk.adapters.db.logement_colonnes import vers_logement
from fluxdesk.adapters.db.logement_ecriture import ecraser
from fluxdesk.adapters.db.records_flux import OrientationRecord, VacanceRecord
from fluxdesk.adapters.db.records_imports import DroitStockRecord, ProvenanceRecord
from fluxdesk.adapters.db.records_patrimoine import (
    ExamenOccupationRecord,
    LogementRecord,
    LotLigneRecord,
    LotRecord,
)
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.provenance import ApportDeLot
from fluxdesk.domain.rapport import rapport_lu
from fluxdesk.services.ports import sans_progres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from fluxdesk.adapters.db.depot import Estampille
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.services.ports import Progress


_USAGES: Final = (
    (VacanceRecord, "une vacance"),
    (DroitStockRecord, "un droit en stock"),
    (ExamenOccupationRecord, "un examen d’occupation"),
)


class SqlLots:
    """Satisfies ``ports.Lots``; ``avant_import`` backs the base up before it is changed."""

    def __init__(
        self, session: Session, estampille: Estampille, avant_import: Callable[[Progress], object]
    ) -> None:
        self._session = session
        self._estampille = estampille
        self._avant_import = avant_import

    def ouvrir(
        self, fichier: str, format_lu: str, encodage: str, progress: Progress = sans_progres
    ) -> int:
        """Number of the new lot; the backup before it tells its progress."""
        self._avant_import(progress)
        record = LotRecord(fichier=fichier, format_lu=format_lu, encodage=encodage)
        self._session.add(record)
        self._session.flush()
        return record.id

    def clore(self, rapport: RapportImport) -> None:
        """Keep the report with its lot."""
        record = exiger(self._session, LotRecord, rapport.lot, "L’import")
        record.format_lu = rapport.format  # the count of its lines may have added to it
        record.rapport = json.dumps(asdict(rapport), ensure_ascii=False)
        self._session.flush()

    def lire(self, lot: int) -> RapportImport:
        """The report kept with that lot."""
        record = exiger(self._session, LotRecord, lot, "L’import")
        if record.rapport is None:
            what = "Le rapport de l’import"
            raise IntrouvableError(what, lot)
        return rapport_lu(json.loads(record.rapport))

    def du_logement(self, logement_id: int) -> Sequence[ApportDeLot]:
        """What each import that stands did to this dwelling, oldest first."""
        query = (
            select(LotRecord, LotLigneRecord.avant)
            .join(LotLigneRecord, LotLigneRecord.lot_id == LotRecord.id)
            .where(LotLigneRecord.logement_id == logement_id, LotRecord.annule.is_(False))
            .order_by(LotRecord.id)
        )
        return [
            ApportDeLot(
                fichier=record.fichier,
                format=record.format_lu,
                auteur=record.cree_par,
                quand=record.cree_le,
                avant=_avant(text) if text else None,
            )
            for record, text in self._session.execute(query)
        ]

    def annuler(self, lot: int) -> tuple[int, int]:
        """Put back what the lot changed; counts (removed, restored)."""
        record = exiger(self._session, LotRecord, lot, "L’import")
        if record.annule:
            raise LotAnnuleError(lot)
        self._refuser_si_utilise(lot)
        self._refuser_si_suivi(lot)
        counts = self._retirer(lot), self._remettre(lot)
        record.annule = True
        self._session.flush()
        return counts

    def _refuser_si_utilise(self, lot: int) -> None:
        made = (
            select(LogementRecord.reference)
            .join(LotLigneRecord, LotLigneRecord.logement_id == LogementRecord.id)
            .where(LotLigneRecord.lot_id == lot, LotLigneRecord.avant.is_(None))
            .limit(1)
        )
        for kind, use in _USAGES:
            query = made.join(kind, kind.logement_id == LogementRecord.id)
            used = self._session.scalar(query)
            if used is not None:
                raise LotUtiliseError(lot, used, use)

    def _refuser_si_suivi(self, lot: int) -> None:
        mine = select(LotLigneRecord.logement_id).where(LotLigneRecord.lot_id == lot)
        query = (
            select(func.max(LotRecord.id))
            .join(LotLigneRecord, LotLigneRecord.lot_id == LotRecord.id)
            .where(
                LotRecord.id > lot,
                LotRecord.annule.is_(False),
                LotLigneRecord.logement_id.in_(mine),
            )
        )
        later = self._session.scalar(query)
        if later is not None:
            raise LotSuiviError(lot, later)

    def _retirer(self, lot: int) -> int:
        made = select(LotLigneRecord.logement_id).where(
            LotLigneRecord.lot_id == lot, LotLigneRecord.avant.is_(None)
        )
        connection = self._session.connection()
        connection.execute(delete(ProvenanceRecord).where(ProvenanceRecord.logement_id.in_(made)))
        removed = connection.execute(delete(LogementRecord).where(LogementRecord.id.in_(made)))
        return removed.rowcount

    def _remettre(self, lot: int) -> int:
        changed = select(LotLigneRecord.avant).where(
            LotLigneRecord.lot_id == lot, LotLigneRecord.avant.is_not(None)
        )
        before = [_avant(text) for text in self._session.scalars(changed) if text is not None]
        if before:
            before = [*self._garder_baux(before)]
            ecraser(self._session, self._estampille, before)
        return len(before)

    def _garder_baux(self, avant: Sequence[Logement]) -> Iterator[Logement]:
        """These dwellings; a lease signed here was not the import's to change."""
        query = (
            select(LogementRecord.id, LogementRecord.bail)
            .join(VacanceRecord, VacanceRecord.logement_id == LogementRecord.id)
            .join(OrientationRecord, OrientationRecord.vacance_id == VacanceRecord.id)
            .where(cast(OrientationRecord.date_bail, String) == LogementRecord.bail)
        )
        signed = {row.id: row.bail for row in self._session.execute(query)}
        return (replace(one, bail=signed.get(one.id, one.bail)) for one in avant)


def _avant(texte: str) -> Logement:
    """The dwelling as an import found it."""
    return vers_logement(SimpleNamespace(**json.loads(texte)))
