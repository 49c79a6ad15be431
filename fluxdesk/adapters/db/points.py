"""What a base keeps once: the rules of its flux and the checkpoint of its ledger."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from fluxdesk.adapters.db.records_flux import PointRecord, ReglesRecord
from fluxdesk.adapters.db.valeurs import en_json
from fluxdesk.domain.regles_flux import ReglesFlux, en_dict, lire_dict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

_SEULE = 1


class SqlRegles:
    """Satisfies ``ports.Regles``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lire(self) -> ReglesFlux:
        """The rules of this base, those of the specification until they are changed."""
        record = self._session.get(ReglesRecord, _SEULE)
        return lire_dict(json.loads(record.contenu)) if record else ReglesFlux()

    def enregistrer(self, regles: ReglesFlux) -> None:
        """Keep the rules."""
        record = self._session.get(ReglesRecord, _SEULE)
        if record is None:
            record = ReglesRecord(id=_SEULE)
            self._session.add(record)
        record.contenu = en_json(en_dict(regles))
        self._session.flush()


class SqlPoints:
    """Satisfies ``ports.PointsDuRegistre``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lire(self) -> Mapping[str, object] | None:
        """The checkpoint, None before the first."""
        record = self._session.get(PointRecord, _SEULE)
        return json.loads(record.contenu) if record else None

    def enregistrer(self, figure: Mapping[str, object]) -> None:
        """Replace the checkpoint."""
        record = self._session.get(PointRecord, _SEULE)
        if record is None:
            record = PointRecord(id=_SEULE)
            self._session.add(record)
        record.contenu = json.dumps(figure, ensure_ascii=False, separators=(",", ":"))
        self._session.flush()
