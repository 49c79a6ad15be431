"""Profiles of import, rights in stock, candidates, origins of values, tables of reference."""

from __future__ import annotations

from alembic import op

STATEMENTS = (
    """
    CREATE TABLE profil_import (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, nom_plie TEXT NOT NULL,
        signature TEXT NOT NULL, contenu TEXT NOT NULL,
        cree_par TEXT NOT NULL, cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL,
        CONSTRAINT uq_profil_import_nom_plie UNIQUE (nom_plie)
    )
    """,
    "CREATE INDEX ix_profil_import_signature ON profil_import (signature)",
    """
    CREATE TABLE droit_stock (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, logement_id INTEGER NOT NULL,
        reservataire_id INTEGER NOT NULL, sous_contingent TEXT NOT NULL, nature TEXT NOT NULL,
        fin DATE, source TEXT NOT NULL, observation TEXT NOT NULL, lot_id INTEGER,
        cree_par TEXT NOT NULL, cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL,
        CONSTRAINT fk_droit_stock_logement_id_logement FOREIGN KEY(logement_id)
          REFERENCES logement (id),
        CONSTRAINT fk_droit_stock_reservataire_id_reservataire FOREIGN KEY(reservataire_id)
          REFERENCES reservataire (id),
        CONSTRAINT fk_droit_stock_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id)
    )
    """,
    "CREATE INDEX ix_droit_stock_logement_id ON droit_stock (logement_id)",
    "CREATE INDEX ix_droit_stock_reservataire_id ON droit_stock (reservataire_id)",
    "CREATE INDEX ix_droit_stock_lot_id ON droit_stock (lot_id)",
    """
    CREATE TABLE candidat (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, orientation_id INTEGER NOT NULL,
        rang INTEGER NOT NULL, numero_unique TEXT NOT NULL, nom TEXT NOT NULL,
        personnes INTEGER, quartile INTEGER, dalo BOOLEAN, priorite TEXT NOT NULL,
        mutation BOOLEAN, dossier_complet BOOLEAN, lot_id INTEGER,
        cree_par TEXT NOT NULL, cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL,
        CONSTRAINT fk_candidat_orientation_id_orientation FOREIGN KEY(orientation_id)
          REFERENCES orientation (id),
        CONSTRAINT fk_candidat_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id)
    )
    """,
    "CREATE INDEX ix_candidat_orientation_id ON candidat (orientation_id)",
    "CREATE INDEX ix_candidat_lot_id ON candidat (lot_id)",
    """
    CREATE TABLE provenance (
        logement_id INTEGER NOT NULL, champ TEXT NOT NULL, origine TEXT NOT NULL,
        detail TEXT NOT NULL, auteur TEXT NOT NULL, quand TEXT NOT NULL,
        CONSTRAINT pk_provenance PRIMARY KEY (logement_id, champ),
        CONSTRAINT fk_provenance_logement_id_logement FOREIGN KEY(logement_id)
          REFERENCES logement (id)
    )
    """,
    """
    CREATE TABLE referentiel (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, genre TEXT NOT NULL,
        effet DATE NOT NULL, source TEXT NOT NULL, contenu TEXT NOT NULL,
        cree_par TEXT NOT NULL, cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL,
        CONSTRAINT uq_referentiel_genre_effet UNIQUE (genre, effet)
    )
    """,
)


def upgrade() -> None:
    """Add the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
