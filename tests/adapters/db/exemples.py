"""One of everything, no field left at its default, and a base that holds it all."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.domain.convention import (
    Avenant,
    Convention,
    ModeGestion,
    ModeOffre,
    SousContingent,
)
from fluxdesk.domain.flux.evenements import (
    Annulation,
    Carence,
    Decompte,
    Presentation,
    Refus,
    Service,
)
from fluxdesk.domain.flux.parties import Axe, Cible, EvenementDecompte, ModeRefus, Unite, Zone
from fluxdesk.domain.logement import (
    Adresse,
    EtatLogement,
    Financement,
    Logement,
    TypeConstruction,
)
from fluxdesk.domain.orientation import IssueOrientation, Orientation
from fluxdesk.domain.rapport import RapportImport, RefusLigne
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.vacance import (
    CategorieSoustrait,
    CauseLiberation,
    Qualification,
    Vacance,
)

if TYPE_CHECKING:
    from fluxdesk.services.depots import UnitOfWork

BAILLEUR = Bailleur(
    raison_sociale="OPH de l’Exemple « Cœur »",
    siret="99999999900017",
    adresse=("1, place du Marché", "", "20000 Ajaccio"),
    ville="Ajaccio",
    service="Service des attributions",
    telephone="04 95 00 00 00",
    courriel="attributions@exemple.fr",
    signataire="A. Exemple",
    qualite_signataire="Directrice",
    logo=b"\x89PNG\x00\xff",
)

ADRESSE = Adresse(**{field.name: f"{field.name} é’{n}" for n, field in enumerate(fields(Adresse))})

LOGEMENT = Logement(
    cle="rpls:2A001",
    id=1,
    id_rpls="2A001",
    id_interne="0042-007",
    programme="Résidence de l’Étang",
    adresse=ADRESSE,
    commune="2A004",
    epci="242010056",
    departement="2A",
    qpv=False,
    qpv_code="QN02A001",
    pieces=3,
    typologie="T3",
    surface=61,
    etage="RDC",
    ascenseur=True,
    construction=TypeConstruction.COLLECTIF,
    financement=Financement.PLAI,
    financement_code="10",
    financement_libelle="PLA d’intégration",
    conventionne=True,
    numero_convention="2A 0001",
    annee_construction=1974,
    dpe="D",
    dpe_date="2024-02-29",
    loyer=41_250,
    charges=8_000,
    contingent_declare="État",
    etat=EtatLogement.SORTI,
    source="RPLS",
)

RESERVATAIRE = Reservataire(
    nom="Préfecture de la Corse-du-Sud",
    categorie=Categorie.ETAT,
    id=1,
    service="DDETSPP",
    contact="Mme Exemple",
    adresse=("Palais Lantivy", "20000 Ajaccio"),
    courriel="logement@exemple.gouv.fr",
)

CONVENTION = Convention(
    reservataire_id=1,
    id=1,
    reference="2023-EF-01",
    signature=date(2023, 11, 24),
    avenants=(
        Avenant(
            numero=0,
            dix_milliemes=3000,
            debut=date(2023, 11, 24),
            fin=date(2024, 12, 31),
            sous_contingents=(
                SousContingent(
                    code="PRIO",
                    nom="Prioritaires",
                    dix_milliemes=2500,
                    territoire=Zone(communes=frozenset({"2A004"})),
                ),
                SousContingent(code="AGENTS", nom="Agents de l’État", dix_milliemes=500),
            ),
        ),
        Avenant(numero=1, dix_milliemes=2500, debut=date(2025, 1, 1)),
    ),
    assiette=Zone.partout(),
    territoire=Zone(
        communes=frozenset({"2A004", "2A006"}),
        epcis=frozenset({"242010056"}),
        departements=frozenset({"2A"}),
    ),
    mode_gestion=ModeGestion.DELEGUEE,
    delai_jours=21,
    zone_tendue=True,
    candidats=1,
    evenement_decompte=EvenementDecompte.ATTRIBUTION_CAL,
    refus=ModeRefus.COMPTE,
    carence=ModeRefus.NON_COMPTE,
    mode_offre=ModeOffre.ORDRE,
    plafond_report=1,
    report=-2,
    etalement=40,
    cibles=(Cible(Axe.QPV, "QPV", 1500), Cible(Axe.FINANCEMENT, "PLAI", 3000)),
    garantie_emprunt=True,
)

VACANCE = Vacance(
    logement_id=1,
    date_conge=date(2026, 3, 2),
    cause=CauseLiberation.EXPULSION,
    id=1,
    disponibilite=date(2026, 6, 1),
    qualification=Qualification.SOUSTRAIT,
    categorie_soustrait=CategorieSoustrait.VENTE,
    observation="Clés au gardien",
)

ORIENTATION = Orientation(
    numero="2026-001",
    vacance_id=1,
    jour=date(2026, 3, 5),
    reservataire_id=1,
    sous_contingent="PRIO",
    id=1,
    echeance=date(2026, 4, 5),
    echeance_explication="un mois",
    candidats=3,
    suggere="1/PRIO",
    explication="Le plus en retard.",
    classement='[{"cle": "1/PRIO"}]',
    derogation="Relogement urgent",
    mode=ModeOffre.TOUS,
    issue=IssueOrientation.BAIL_SIGNE,
    date_issue=date(2026, 4, 1),
    date_attribution=date(2026, 3, 20),
    date_bail=date(2026, 4, 1),
    motif_issue="Accord",
)

UNITE = Unite(
    cle="1",
    jour=date(2026, 3, 5),
    commune="2A004",
    epci="242010056",
    departement="2A",
    qpv="hors QPV",
    typologie="T3",
    financement="PLAI",
    periode="1949-1974",
)

EVENEMENTS = (
    Presentation(1, UNITE),
    Service(2, "1", "1/PRIO"),
    Refus(3, "1", "1/PRIO"),
    Annulation(4, 3),
    Decompte(5, "1", "1/PRIO", EvenementDecompte.ATTRIBUTION_CAL),
    Carence(6, "1", "1/PRIO"),
    Annulation(7, 6),
)


def rapport(lot: int) -> RapportImport:
    """A report with one refused line."""
    return RapportImport(
        fichier="rpls.csv",
        format="RPLS 2025",
        encodage="utf-8",
        essai=False,
        lues=2,
        creees=1,
        modifiees=0,
        inchangees=0,
        refusees=1,
        refus=(RefusLigne(ligne=3, colonne="DEPCOM", valeur="2A", phrase="Code inconnu."),),
        lot=lot,
    )


def logement(cle: str, **autres: object) -> Logement:
    """A dwelling of that key, otherwise unlike the others by what is told only."""
    return replace(Logement(cle=cle), **autres)  # type: ignore[arg-type] # checked by the dataclass


def importer(uow: UnitOfWork, *logements: Logement) -> int:
    """Add dwellings as an import would; its lot."""
    lot = uow.lots.ouvrir("essai.csv", "RPLS", "utf-8")
    uow.logements.ajouter(logements, lot)
    uow.lots.clore(rapport(lot))
    uow.journal.ecrire("import.patrimoine", f"lot:{lot}", "Import d’essai")
    return lot


def remplir(uow: UnitOfWork) -> None:
    """One of everything."""
    importer(uow, LOGEMENT, logement("k2", surface=None))
    uow.reservataires.enregistrer(replace(RESERVATAIRE, id=0))
    uow.conventions.enregistrer(replace(CONVENTION, id=0))
    uow.vacances.enregistrer(replace(VACANCE, id=0))
    uow.orientations.enregistrer(replace(ORIENTATION, id=0))
    for evenement in EVENEMENTS:
        uow.evenements.ajouter(evenement, 1)
    uow.journal.ecrire(
        "orientation.creer",
        "orientation:1",
        "Offre 2026-001",
        avant=VACANCE,
        apres=ORIENTATION,
        motif="Relogement urgent",
    )
