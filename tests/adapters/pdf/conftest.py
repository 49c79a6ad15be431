"""A letter with everything in it, and ways to read a PDF that reportlab has no part in."""

from __future__ import annotations

import struct
import zlib
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest

from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.domain.convention import Convention
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.logement import Adresse, Financement, Logement, TypeConstruction
from fluxdesk.domain.orientation import Orientation
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.territoire import Commune
from fluxdesk.domain.vacance import CauseLiberation, Vacance
from fluxdesk.services.faits_offre import LettreProposition

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def logement() -> Logement:
    return Logement(
        cle="1",
        id_rpls="2B12345678",
        id_interne="0312-A-04",
        programme="Les Oliviers",
        adresse=Adresse(
            numero="14",
            type_voie="avenue",
            voie="de la République",
            batiment="B",
            appartement="12",
            code_postal="20260",
            nom_commune="Calvi",
        ),
        commune="2B050",
        qpv=True,
        qpv_code="QN02B001M",
        pieces=3,
        typologie="T3",
        surface=64,
        etage="2",
        ascenseur=False,
        construction=TypeConstruction.COLLECTIF,
        financement=Financement.PLUS,
        financement_libelle="PLUS avec subvention de l’État",
        conventionne=True,
        numero_convention="2B120011200019",
        annee_construction=1978,
        dpe="D",
        dpe_date="06/2022",
        loyer=123_405,
        charges=8950,
    )


HABITAT = Bailleur(
    raison_sociale="Habitat Balagne",
    siret="123 456 789 00012",
    adresse=("12 boulevard Wilson", "20260 Calvi"),
    ville="Calvi",
    service="Service des attributions",
    telephone="04 95 00 00 00",
    courriel="attributions@habitat.example",
    signataire="Marie Sœur-Évrard",
    qualite_signataire="La directrice générale",
)


@pytest.fixture
def lettre(logement: Logement) -> LettreProposition:
    return LettreProposition(
        bailleur=HABITAT,
        reservataire=Reservataire(
            nom="État",
            categorie=Categorie.ETAT,
            id=1,
            service="DDETSPP",
            contact="Mme Casanova",
            adresse=("Rond-point du Général Leclerc", "20401 Bastia Cedex 9"),
        ),
        sous_contingent="État (prioritaires)",
        convention=Convention(
            reservataire_id=1,
            avenants=(),
            reference="2B-2023",
            signature=date(2023, 11, 24),
            assiette=Zone.partout(),
            territoire=Zone.partout(),
        ),
        orientation=Orientation(
            numero="2026-031",
            vacance_id=1,
            jour=date(2026, 3, 3),
            reservataire_id=1,
            sous_contingent="P",
            echeance=date(2026, 4, 2),
            echeance_explication="30 jours à compter de la notification du 3 mars 2026",
            candidats=3,
        ),
        vacance=Vacance(
            logement_id=1,
            date_conge=date(2026, 2, 1),
            cause=CauseLiberation.DECES,
            disponibilite=date(2026, 5, 10),
        ),
        logement=logement,
        commune=Commune(code="2B050", nom="Calvi", departement="2B"),
        rang_annee=4,
        du="12,19",
        proposes=4,
        signes=2,
    )


@pytest.fixture
def lettre_nue() -> LettreProposition:
    """A letter about which the base knows nothing that it can do without."""
    return LettreProposition(
        bailleur=Bailleur(raison_sociale="OPH"),
        reservataire=Reservataire(nom="Mairie", categorie=Categorie.COMMUNE),
        sous_contingent="",
        convention=Convention(
            reservataire_id=1, avenants=(), assiette=Zone.partout(), territoire=Zone.partout()
        ),
        orientation=Orientation(
            numero="2026-001", vacance_id=1, jour=date(2026, 3, 1), reservataire_id=1
        ),
        vacance=Vacance(
            logement_id=1, date_conge=date(2026, 2, 1), cause=CauseLiberation.EXPULSION
        ),
        logement=Logement(cle="1"),
        commune=None,
        rang_annee=1,
        du="0,00",
        proposes=1,
        signes=0,
    )


@pytest.fixture
def lire_pdf() -> Callable[[bytes], list[str]]:
    """The words of each page, every run of spaces as one."""

    def lire(octets: bytes) -> list[str]:
        pages = pypdf.PdfReader(BytesIO(octets)).pages
        return [" ".join(page.extract_text().split()) for page in pages]

    return lire


@pytest.fixture
def logo() -> bytes:
    """A PNG of one colour with a transparent half, made without any image library."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    width, height = 60, 24
    row = b"\x00" + b"\x1d\x4f\x91\xff" * (width // 2) + b"\x00\x00\x00\x00" * (width // 2)
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(row * height, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")
