"""Dwellings written in bulk, and what an import found before it wrote."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from fluxdesk.adapters.db.logement_colonnes import vers_colonnes
from fluxdesk.adapters.db.records import instant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from fluxdesk.adapters.db.depot import Estampille
    from fluxdesk.domain.logement import Logement


def inserer(session: Session, estampille: Estampille, logements: Mapping[int, Logement]) -> None:
    """Insert dwellings with these ids."""
    stamps = _estampilles(estampille)
    made = {"cree_par": stamps["modifie_par"], "cree_le": stamps["modifie_le"]}
    whole = zip(logements, vers_colonnes([*logements.values()]), strict=True)
    rows = [{"id": ident} | columns | made | stamps for ident, columns in whole]
    names = tuple(rows[0])
    marks = ", ".join("?" * len(names))
    session.connection().exec_driver_sql(
        f"INSERT INTO logement ({', '.join(names)}) VALUES ({marks})",  # noqa: S608 - names of columns
        [tuple(row.values()) for row in rows],
    )


def ecraser(session: Session, estampille: Estampille, logements: Sequence[Logement]) -> None:
    """Overwrite dwellings by id."""
    stamps = _estampilles(estampille)
    rows = [columns | stamps for columns in vers_colonnes(logements)]
    names = ", ".join(f"{name} = ?" for name in rows[0])
    session.connection().exec_driver_sql(
        f"UPDATE logement SET {names} WHERE id = ?",  # noqa: S608 - names of columns
        [(*row.values(), item.id) for row, item in zip(rows, logements, strict=True)],
    )


def dater(session: Session, estampille: Estampille, logement_id: int, bail: str) -> None:
    """Set the lease of a dwelling: nothing else of it depends on that."""
    values = {"bail": bail} | _estampilles(estampille)
    names = ", ".join(f"{name} = ?" for name in values)
    session.connection().exec_driver_sql(
        f"UPDATE logement SET {names} WHERE id = ?",  # noqa: S608 - names of columns
        (*values.values(), logement_id),
    )


def retenir(session: Session, lot: int, avant: Mapping[int, dict[str, object] | None]) -> None:
    """Have the lot remember what stood before its first change; None: it made the dwelling."""
    session.connection().exec_driver_sql(
        "INSERT OR IGNORE INTO lot_ligne (lot_id, logement_id, avant) VALUES (?, ?, ?)",
        [
            (lot, ident, None if found is None else json.dumps(found, ensure_ascii=False))
            for ident, found in avant.items()
        ],
    )


def _estampilles(estampille: Estampille) -> dict[str, object]:
    now = instant(estampille.maintenant())
    return {"modifie_par": estampille.auteur, "modifie_le": now}
