"""A whole year: clauses, steps of a vacancy, causes, programmes, letters, bilans as sent."""

from __future__ import annotations

from alembic import op

_COLONNES = (
    "convention ADD COLUMN clauses TEXT NOT NULL DEFAULT '{}'",
    "vacance ADD COLUMN suivi TEXT NOT NULL DEFAULT '{}'",
    "orientation ADD COLUMN suivi TEXT NOT NULL DEFAULT '{}'",
    "orientation ADD COLUMN cause TEXT",
    "candidat ADD COLUMN relogement BOOLEAN",
    "candidat ADD COLUMN origine TEXT NOT NULL DEFAULT ''",
    "candidat ADD COLUMN etat TEXT NOT NULL DEFAULT 'proposé'",
    "candidat ADD COLUMN cotation INTEGER",
    "candidat ADD COLUMN recu DATE",
    "candidat ADD COLUMN pieces_manquantes TEXT NOT NULL DEFAULT ''",
)
_FICHES = (
    "programme_neuf",
    "prevision",
    "objectif",
    "modele_lettre",
    "courrier",
    "garantie",
    "photo_depart",
    "bilan_emis",
    "residence",
    "regle_equite",
)


def upgrade() -> None:
    """Add the columns and the tables."""
    for column in _COLONNES:
        op.execute(f"ALTER TABLE {column}")
    for table in _FICHES:
        op.execute(
            f"CREATE TABLE {table} (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "
            "contenu TEXT NOT NULL, cree_par TEXT NOT NULL, cree_le TEXT NOT NULL, "
            "modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL)"
        )
    op.execute(
        "CREATE TABLE document (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "
        "objet TEXT NOT NULL, genre TEXT NOT NULL, nom TEXT NOT NULL, empreinte TEXT NOT NULL, "
        "taille INTEGER NOT NULL, contenu BLOB NOT NULL, cree_par TEXT NOT NULL, "
        "cree_le TEXT NOT NULL, modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL)"
    )
    op.execute("CREATE INDEX ix_document_objet ON document (objet)")
