"""Leases and their examinations; candidates set aside; how long candidates are kept."""

from __future__ import annotations

from alembic import op

_TRACE = (
    "cree_par TEXT NOT NULL, cree_le TEXT NOT NULL, "
    "modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL"
)


def upgrade() -> None:
    """Add the columns and the tables.

    Dwellings of before have no lease: the same file imported again brings it, for a line is told
    unchanged by its values, which now tell the lease.
    """
    op.execute("ALTER TABLE logement ADD COLUMN bail TEXT NOT NULL DEFAULT ''")
    op.execute("CREATE INDEX ix_logement_bail ON logement (commune, etat, bail) WHERE bail <> ''")
    op.execute("ALTER TABLE candidat ADD COLUMN retire DATE")
    op.execute(
        "CREATE TABLE examen_occupation (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "
        "logement_id INTEGER NOT NULL REFERENCES logement (id), jour DATE NOT NULL, "
        f"avis TEXT NOT NULL, note TEXT NOT NULL, {_TRACE})"
    )
    op.execute(
        "CREATE INDEX ix_examen_occupation_logement_id ON examen_occupation (logement_id, jour)"
    )
    for table in ("regle_examen", "conservation"):
        op.execute(
            f"CREATE TABLE {table} (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "
            f"contenu TEXT NOT NULL, {_TRACE})"
        )
