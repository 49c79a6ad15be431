"""The clauses and the steps of the whole engine; its rules and its checkpoint."""

from __future__ import annotations

from alembic import op

STATEMENTS = (
    "ALTER TABLE sous_contingent ADD COLUMN territoire TEXT",
    "ALTER TABLE convention ADD COLUMN carence TEXT NOT NULL DEFAULT 'non_compte_mixite'",
    "ALTER TABLE convention ADD COLUMN mode_offre TEXT NOT NULL DEFAULT 'un seul'",
    "ALTER TABLE convention ADD COLUMN plafond_report INTEGER",
    "ALTER TABLE orientation ADD COLUMN mode TEXT NOT NULL DEFAULT 'un seul'",
    "ALTER TABLE evenement_flux ADD COLUMN etape TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE regles_flux (
        id INTEGER NOT NULL, contenu TEXT NOT NULL,
        cree_par TEXT NOT NULL, cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL,
        CONSTRAINT pk_regles_flux PRIMARY KEY (id),
        CONSTRAINT ck_regles_flux_une_seule CHECK (id = 1)
    )
    """,
    """
    CREATE TABLE point_registre (
        id INTEGER NOT NULL, contenu TEXT NOT NULL,
        CONSTRAINT pk_point_registre PRIMARY KEY (id),
        CONSTRAINT ck_point_registre_un_seul CHECK (id = 1)
    )
    """,
    # The steps that standing offers had reached, which schema 1 did not tell the ledger.
    """
    INSERT INTO evenement_flux (
        numero, genre, orientation_id, unite_cle, partie, unite, annule, etape,
        cree_par, cree_le, modifie_par, modifie_le
    )
    SELECT
        (SELECT coalesce(max(numero), 0) FROM evenement_flux) + row_number() OVER (ORDER BY id),
        'decompte',
        id,
        CAST(vacance_id AS TEXT),
        CASE
            WHEN reservataire_id IS NULL THEN 'bailleur'
            WHEN sous_contingent = '' THEN CAST(reservataire_id AS TEXT)
            ELSE reservataire_id || '/' || sous_contingent
        END,
        '',
        NULL,
        CASE issue WHEN 'bail signé' THEN issue ELSE 'attribution en CAL' END,
        modifie_par, modifie_le, modifie_par, modifie_le
    FROM orientation
    WHERE issue IN ('attribuée en CAL', 'bail signé')
    """,
)


def upgrade() -> None:
    """Add the columns and the tables; nothing that stood before changes."""
    for statement in STATEMENTS:
        op.execute(statement)
