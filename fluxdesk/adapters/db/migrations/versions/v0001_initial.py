"""The first released schema."""

from __future__ import annotations

from alembic import op

STATEMENTS = (
    """
    CREATE TABLE bailleur (
        id INTEGER NOT NULL, raison_sociale TEXT NOT NULL, siret TEXT NOT NULL,
        adresse TEXT NOT NULL, ville TEXT NOT NULL, service TEXT NOT NULL,
        telephone TEXT NOT NULL, courriel TEXT NOT NULL, signataire TEXT NOT NULL,
        qualite_signataire TEXT NOT NULL, logo BLOB, cree_par TEXT NOT NULL,
        cree_le TEXT NOT NULL, modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL,
        CONSTRAINT pk_bailleur PRIMARY KEY (id), CONSTRAINT ck_bailleur_un_seul CHECK (id = 1)
    )
    """,
    """
    CREATE TABLE base (
        id INTEGER NOT NULL,
        uuid TEXT NOT NULL,
        cree_par TEXT NOT NULL,
        cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL,
        modifie_le TEXT NOT NULL,
        CONSTRAINT pk_base PRIMARY KEY (id),
        CONSTRAINT ck_base_une_seule CHECK (id = 1)
    )
    """,
    """
    CREATE TABLE journal (
        numero INTEGER NOT NULL,
        quand TEXT NOT NULL,
        auteur TEXT NOT NULL,
        action TEXT NOT NULL,
        objet TEXT NOT NULL,
        libelle TEXT NOT NULL,
        avant TEXT NOT NULL,
        apres TEXT NOT NULL,
        motif TEXT NOT NULL,
        precedent TEXT NOT NULL,
        empreinte TEXT NOT NULL,
        recherche TEXT NOT NULL,
        CONSTRAINT pk_journal PRIMARY KEY (numero)
    )
    """,
    "CREATE INDEX ix_journal_action ON journal (action)",
    "CREATE INDEX ix_journal_objet ON journal (objet)",
    """
    CREATE TABLE logement (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, cle TEXT NOT NULL, id_rpls TEXT NOT
          NULL,
        id_interne TEXT NOT NULL, programme TEXT NOT NULL, adr_numero TEXT NOT NULL,
        adr_indice TEXT NOT NULL, adr_type_voie TEXT NOT NULL, adr_voie TEXT NOT NULL,
        adr_lieu_dit TEXT NOT NULL, adr_complement TEXT NOT NULL, adr_batiment TEXT NOT NULL,
        adr_immeuble TEXT NOT NULL, adr_entree TEXT NOT NULL, adr_escalier TEXT NOT NULL,
        adr_couloir TEXT NOT NULL, adr_appartement TEXT NOT NULL, adr_boite TEXT NOT NULL,
        adr_code_postal TEXT NOT NULL, adr_nom_commune TEXT NOT NULL, commune TEXT NOT NULL,
        epci TEXT NOT NULL, departement TEXT NOT NULL, qpv BOOLEAN, qpv_code TEXT NOT NULL,
        pieces INTEGER, typologie TEXT NOT NULL, surface INTEGER, etage TEXT NOT NULL,
        ascenseur BOOLEAN, construction TEXT, financement TEXT NOT NULL,
        financement_code TEXT NOT NULL, financement_libelle TEXT NOT NULL, conventionne
          BOOLEAN,
        numero_convention TEXT NOT NULL, annee_construction INTEGER, dpe TEXT NOT NULL,
        dpe_date TEXT NOT NULL, loyer INTEGER, charges INTEGER, contingent_declare TEXT NOT
          NULL,
        etat TEXT NOT NULL, source TEXT NOT NULL, reference TEXT NOT NULL,
        adresse_ligne TEXT NOT NULL, commune_nom TEXT NOT NULL, recherche TEXT NOT NULL,
        tri_reference TEXT NOT NULL, tri_programme TEXT NOT NULL, tri_adresse TEXT NOT NULL,
        tri_commune TEXT NOT NULL, tri_typologie TEXT NOT NULL, tri_financement TEXT NOT NULL,
        tri_qpv TEXT NOT NULL, cree_par TEXT NOT NULL, cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL,
        CONSTRAINT uq_logement_cle UNIQUE (cle)
    )
    """,
    "CREATE INDEX ix_logement_annee_construction ON logement (annee_construction)",
    "CREATE INDEX ix_logement_id_interne ON logement (id_interne)",
    "CREATE INDEX ix_logement_id_rpls ON logement (id_rpls)",
    "CREATE INDEX ix_logement_loyer ON logement (loyer)",
    "CREATE INDEX ix_logement_surface ON logement (surface)",
    "CREATE INDEX ix_logement_tri_adresse ON logement (tri_adresse)",
    "CREATE INDEX ix_logement_tri_commune ON logement (tri_commune)",
    "CREATE INDEX ix_logement_tri_financement ON logement (tri_financement)",
    "CREATE INDEX ix_logement_tri_programme ON logement (tri_programme)",
    "CREATE INDEX ix_logement_tri_qpv ON logement (tri_qpv)",
    "CREATE INDEX ix_logement_tri_reference ON logement (tri_reference)",
    "CREATE INDEX ix_logement_tri_typologie ON logement (tri_typologie)",
    """
    CREATE TABLE lot (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        fichier TEXT NOT NULL,
        format_lu TEXT NOT NULL,
        encodage TEXT NOT NULL,
        rapport TEXT,
        annule BOOLEAN NOT NULL,
        cree_par TEXT NOT NULL,
        cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL,
        modifie_le TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE reservataire (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        nom TEXT NOT NULL,
        nom_plie TEXT NOT NULL,
        categorie TEXT NOT NULL,
        service TEXT NOT NULL,
        contact TEXT NOT NULL,
        adresse TEXT NOT NULL,
        courriel TEXT NOT NULL,
        cree_par TEXT NOT NULL,
        cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL,
        modifie_le TEXT NOT NULL,
        CONSTRAINT uq_reservataire_nom_plie UNIQUE (nom_plie)
    )
    """,
    """
    CREATE TABLE convention (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, reservataire_id INTEGER NOT NULL,
        reference TEXT NOT NULL, signature DATE, assiette TEXT NOT NULL, territoire TEXT NOT
          NULL,
        mode_gestion TEXT NOT NULL, delai_jours INTEGER NOT NULL, zone_tendue BOOLEAN NOT
          NULL,
        candidats INTEGER NOT NULL, evenement_decompte TEXT NOT NULL, refus TEXT NOT NULL,
        report INTEGER NOT NULL, etalement INTEGER NOT NULL, cibles TEXT NOT NULL,
        garantie_emprunt BOOLEAN NOT NULL, cree_par TEXT NOT NULL, cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL,
        CONSTRAINT fk_convention_reservataire_id_reservataire FOREIGN KEY(reservataire_id)
          REFERENCES reservataire (id)
    )
    """,
    "CREATE INDEX ix_convention_reservataire_id ON convention (reservataire_id)",
    """
    CREATE TABLE lot_ligne (
        lot_id INTEGER NOT NULL,
        logement_id INTEGER NOT NULL,
        avant TEXT,
        CONSTRAINT pk_lot_ligne PRIMARY KEY (lot_id, logement_id),
        CONSTRAINT fk_lot_ligne_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id)
    )
    """,
    "CREATE INDEX ix_lot_ligne_logement_id ON lot_ligne (logement_id)",
    """
    CREATE TABLE vacance (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        logement_id INTEGER NOT NULL,
        date_conge DATE NOT NULL,
        cause TEXT NOT NULL,
        disponibilite DATE,
        qualification TEXT NOT NULL,
        categorie_soustrait TEXT,
        observation TEXT NOT NULL,
        cree_par TEXT NOT NULL,
        cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL,
        modifie_le TEXT NOT NULL,
        CONSTRAINT fk_vacance_logement_id_logement FOREIGN KEY(logement_id) REFERENCES
          logement (id)
    )
    """,
    "CREATE INDEX ix_vacance_date_conge ON vacance (date_conge)",
    "CREATE INDEX ix_vacance_logement_id ON vacance (logement_id)",
    "CREATE INDEX ix_vacance_qualification ON vacance (qualification)",
    """
    CREATE TABLE avenant (
        convention_id INTEGER NOT NULL,
        rang INTEGER NOT NULL,
        numero INTEGER NOT NULL,
        dix_milliemes INTEGER NOT NULL,
        debut DATE,
        fin DATE,
        cree_par TEXT NOT NULL,
        cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL,
        modifie_le TEXT NOT NULL,
        CONSTRAINT pk_avenant PRIMARY KEY (convention_id, rang),
        CONSTRAINT fk_avenant_convention_id_convention FOREIGN KEY(convention_id) REFERENCES
          convention (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE orientation (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, numero TEXT NOT NULL,
        vacance_id INTEGER NOT NULL, jour DATE NOT NULL, reservataire_id INTEGER,
        sous_contingent TEXT NOT NULL, echeance DATE, echeance_explication TEXT NOT NULL,
        candidats INTEGER NOT NULL, suggere TEXT NOT NULL, explication TEXT NOT NULL,
        classement TEXT NOT NULL, derogation TEXT NOT NULL, issue TEXT NOT NULL, date_issue
          DATE,
        date_attribution DATE, date_bail DATE, motif_issue TEXT NOT NULL, cree_par TEXT NOT
          NULL,
        cree_le TEXT NOT NULL, modifie_par TEXT NOT NULL, modifie_le TEXT NOT NULL,
        CONSTRAINT uq_orientation_numero UNIQUE (numero),
        CONSTRAINT fk_orientation_vacance_id_vacance FOREIGN KEY(vacance_id) REFERENCES
          vacance (id),
        CONSTRAINT fk_orientation_reservataire_id_reservataire FOREIGN KEY(reservataire_id)
          REFERENCES reservataire (id)
    )
    """,
    "CREATE INDEX ix_orientation_jour ON orientation (jour)",
    "CREATE INDEX ix_orientation_reservataire_id ON orientation (reservataire_id)",
    "CREATE INDEX ix_orientation_vacance_id ON orientation (vacance_id)",
    """
    CREATE TABLE evenement_flux (
        numero INTEGER NOT NULL,
        genre TEXT NOT NULL,
        orientation_id INTEGER,
        unite_cle TEXT NOT NULL,
        partie TEXT NOT NULL,
        unite TEXT NOT NULL,
        annule INTEGER,
        cree_par TEXT NOT NULL,
        cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL,
        modifie_le TEXT NOT NULL,
        CONSTRAINT pk_evenement_flux PRIMARY KEY (numero),
        CONSTRAINT fk_evenement_flux_orientation_id_orientation FOREIGN KEY(orientation_id)
          REFERENCES orientation (id)
    )
    """,
    "CREATE INDEX ix_evenement_flux_orientation_id ON evenement_flux (orientation_id)",
    """
    CREATE TABLE sous_contingent (
        convention_id INTEGER NOT NULL,
        avenant_rang INTEGER NOT NULL,
        rang INTEGER NOT NULL,
        code TEXT NOT NULL,
        nom TEXT NOT NULL,
        dix_milliemes INTEGER NOT NULL,
        cree_par TEXT NOT NULL,
        cree_le TEXT NOT NULL,
        modifie_par TEXT NOT NULL,
        modifie_le TEXT NOT NULL,
        CONSTRAINT pk_sous_contingent PRIMARY KEY (convention_id, avenant_rang, rang),
        CONSTRAINT fk_sous_contingent_convention_id_avenant_rang_avenant FOREIGN
          KEY(convention_id, avenant_rang) REFERENCES avenant (convention_id, rang) ON
          DELETE CASCADE
    )
    """,
    """
    CREATE TRIGGER journal_sans_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'journal : update interdit'); END
    """,
    """
    CREATE TRIGGER journal_sans_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'journal : delete interdit'); END
    """,
    """
    CREATE TRIGGER evenement_flux_sans_update BEFORE UPDATE ON evenement_flux
    BEGIN SELECT RAISE(ABORT, 'evenement_flux : update interdit'); END
    """,
    """
    CREATE TRIGGER evenement_flux_sans_delete BEFORE DELETE ON evenement_flux
    BEGIN SELECT RAISE(ABORT, 'evenement_flux : delete interdit'); END
    """,
)


def upgrade() -> None:
    """Make every table, index and trigger."""
    for statement in STATEMENTS:
        op.execute(statement)
