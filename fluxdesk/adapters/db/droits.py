"""The landlord, the réservataires and their conventions, of one session."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from fluxdesk.adapters.db.depot import exiger, poser
from fluxdesk.adapters.db.erreurs import ReservataireEnDoubleError
from fluxdesk.adapters.db.records import BailleurRecord, Record
from fluxdesk.adapters.db.records_flux import (
    AvenantRecord,
    ConventionRecord,
    ReservataireRecord,
    SousContingentRecord,
)
from fluxdesk.adapters.db.texte import plier
from fluxdesk.adapters.db.valeurs import (
    ecrire_cibles,
    ecrire_lignes,
    en_json,
    lire_cibles,
    lire_lignes,
    lire_zone_json,
)
from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.domain.clauses import Clauses
from fluxdesk.domain.convention import (
    Avenant,
    Convention,
    ModeGestion,
    ModeOffre,
    SousContingent,
)
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.services.fiches import ecrire_fiche, lire_fiche

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

Ligne = TypeVar("Ligne", bound=Record)


class SqlBailleurs:
    """Satisfies ``ports.Bailleurs``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lire(self) -> Bailleur:
        """The landlord of this base."""
        record = self._session.get_one(BailleurRecord, 1)
        return Bailleur(
            raison_sociale=record.raison_sociale,
            siret=record.siret,
            adresse=lire_lignes(record.adresse),
            ville=record.ville,
            service=record.service,
            telephone=record.telephone,
            courriel=record.courriel,
            signataire=record.signataire,
            qualite_signataire=record.qualite_signataire,
            logo=record.logo,
        )

    def enregistrer(self, bailleur: Bailleur) -> None:
        """Write the landlord."""
        record = self._session.get(BailleurRecord, 1)
        if record is None:
            record = BailleurRecord(id=1)
            self._session.add(record)
        record.raison_sociale = bailleur.raison_sociale
        record.siret = bailleur.siret
        record.adresse = ecrire_lignes(bailleur.adresse)
        record.ville = bailleur.ville
        record.service = bailleur.service
        record.telephone = bailleur.telephone
        record.courriel = bailleur.courriel
        record.signataire = bailleur.signataire
        record.qualite_signataire = bailleur.qualite_signataire
        record.logo = bailleur.logo
        self._session.flush()


class SqlReservataires:
    """Satisfies ``ports.Reservataires``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lire(self, reservataire_id: int) -> Reservataire:
        """Raises IntrouvableError."""
        record = exiger(self._session, ReservataireRecord, reservataire_id, "Le réservataire")
        return _reservataire(record)

    def trouver(self, nom: str) -> Reservataire | None:
        """By name, case and accents folded."""
        record = self._du_nom(nom)
        return _reservataire(record) if record else None

    def tous(self) -> Sequence[Reservataire]:
        """Every réservataire, in the order entered."""
        query = select(ReservataireRecord).order_by(ReservataireRecord.id)
        return tuple(map(_reservataire, self._session.scalars(query)))

    def enregistrer(self, reservataire: Reservataire) -> int:
        """Insert (id 0) or overwrite; the id."""
        same = self._du_nom(reservataire.nom)
        if same is not None and same.id != reservataire.id:
            raise ReservataireEnDoubleError(reservataire.nom)
        if reservataire.id:
            record = exiger(self._session, ReservataireRecord, reservataire.id, "Le réservataire")
        else:
            record = ReservataireRecord()
            self._session.add(record)
        record.nom = reservataire.nom
        record.nom_plie = plier(reservataire.nom)
        record.categorie = reservataire.categorie.value
        record.service = reservataire.service
        record.contact = reservataire.contact
        record.adresse = ecrire_lignes(reservataire.adresse)
        record.courriel = reservataire.courriel
        self._session.flush()
        return record.id

    def retirer(self, reservataire_id: int) -> None:
        """Remove one that nothing names; the base refuses otherwise."""
        record = exiger(self._session, ReservataireRecord, reservataire_id, "Le réservataire")
        self._session.delete(record)
        self._session.flush()

    def _du_nom(self, nom: str) -> ReservataireRecord | None:
        with self._session.no_autoflush:
            query = select(ReservataireRecord).where(ReservataireRecord.nom_plie == plier(nom))
            return self._session.scalar(query)


class SqlConventions:
    """Satisfies ``ports.Conventions``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lire(self, convention_id: int) -> Convention:
        """Raises IntrouvableError."""
        return _convention(exiger(self._session, ConventionRecord, convention_id, "La convention"))

    def du_reservataire(self, reservataire_id: int) -> Convention | None:
        """Its convention, the first if it has several."""
        query = (
            select(ConventionRecord)
            .where(ConventionRecord.reservataire_id == reservataire_id)
            .order_by(ConventionRecord.id)
            .limit(1)
        )
        record = self._session.scalar(query)
        return _convention(record) if record else None

    def toutes(self) -> Sequence[Convention]:
        """Every convention, in the order entered."""
        query = select(ConventionRecord).order_by(ConventionRecord.id)
        return tuple(map(_convention, self._session.scalars(query)))

    def enregistrer(self, convention: Convention) -> int:
        """Insert (id 0) or overwrite, with its avenants; the id."""
        exiger(self._session, ReservataireRecord, convention.reservataire_id, "Le réservataire")
        if convention.id:
            record = exiger(self._session, ConventionRecord, convention.id, "La convention")
        else:
            record = ConventionRecord()
        poser(record, _colonnes(convention))
        self._session.add(record)
        _ajuster(record.avenants, AvenantRecord, len(convention.avenants))
        for kept, avenant in zip(record.avenants, convention.avenants, strict=True):
            kept.numero = avenant.numero
            kept.dix_milliemes = avenant.dix_milliemes
            kept.debut, kept.fin = avenant.debut, avenant.fin
            _ajuster(kept.sous_contingents, SousContingentRecord, len(avenant.sous_contingents))
            for part, sous in zip(kept.sous_contingents, avenant.sous_contingents, strict=True):
                part.code, part.nom = sous.code, sous.nom
                part.dix_milliemes = sous.dix_milliemes
                part.territoire = en_json(sous.territoire) or None
        self._session.flush()
        return record.id

    def retirer(self, convention_id: int) -> None:
        """Remove it, with its avenants."""
        record = exiger(self._session, ConventionRecord, convention_id, "La convention")
        self._session.delete(record)
        self._session.flush()


def _ajuster(lignes: list[Ligne], kind: type[Ligne], nombre: int) -> None:
    """As many rows as needed, each with its rank; those kept keep who made them."""
    del lignes[nombre:]
    lignes += [kind(rang=rank) for rank in range(len(lignes), nombre)]


def _reservataire(record: ReservataireRecord) -> Reservataire:
    return Reservataire(
        id=record.id,
        nom=record.nom,
        categorie=Categorie(record.categorie),
        service=record.service,
        contact=record.contact,
        adresse=lire_lignes(record.adresse),
        courriel=record.courriel,
    )


def _colonnes(convention: Convention) -> dict[str, object]:
    return {
        "reservataire_id": convention.reservataire_id,
        "reference": convention.reference,
        "signature": convention.signature,
        "assiette": en_json(convention.assiette),
        "territoire": en_json(convention.territoire),
        "mode_gestion": convention.mode_gestion.value,
        "delai_jours": convention.delai_jours,
        "zone_tendue": convention.zone_tendue,
        "candidats": convention.candidats,
        "evenement_decompte": convention.evenement_decompte.value,
        "refus": convention.refus.value,
        "carence": convention.carence.value,
        "mode_offre": convention.mode_offre.value,
        "plafond_report": convention.plafond_report,
        "report": convention.report,
        "etalement": convention.etalement,
        "cibles": ecrire_cibles(convention.cibles),
        "garantie_emprunt": convention.garantie_emprunt,
        "clauses": ecrire_fiche(convention.clauses),
    }


def _convention(record: ConventionRecord) -> Convention:
    return Convention(
        id=record.id,
        reservataire_id=record.reservataire_id,
        reference=record.reference,
        signature=record.signature,
        avenants=tuple(map(_avenant, record.avenants)),
        assiette=lire_zone_json(record.assiette),
        territoire=lire_zone_json(record.territoire),
        mode_gestion=ModeGestion(record.mode_gestion),
        delai_jours=record.delai_jours,
        zone_tendue=record.zone_tendue,
        candidats=record.candidats,
        evenement_decompte=EvenementDecompte(record.evenement_decompte),
        refus=ModeRefus(record.refus),
        carence=ModeRefus(record.carence),
        mode_offre=ModeOffre(record.mode_offre),
        plafond_report=record.plafond_report,
        report=record.report,
        etalement=record.etalement,
        cibles=lire_cibles(record.cibles),
        garantie_emprunt=record.garantie_emprunt,
        clauses=lire_fiche(record.clauses, Clauses),
    )


def _avenant(record: AvenantRecord) -> Avenant:
    parts = (
        SousContingent(
            code=s.code,
            nom=s.nom,
            dix_milliemes=s.dix_milliemes,
            territoire=lire_zone_json(s.territoire) if s.territoire else None,
        )
        for s in record.sous_contingents
    )
    return Avenant(
        numero=record.numero,
        dix_milliemes=record.dix_milliemes,
        debut=record.debut,
        fin=record.fin,
        sous_contingents=tuple(parts),
    )
