"""The landlord of the scripted year: its dwellings, its four conventions, its new programme."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.clauses import Clauses, ModeNeuf, SuiteCarence
from fluxdesk.domain.convention import Avenant, Convention, ModeGestion, SousContingent
from fluxdesk.domain.flux.parties import BAILLEUR, EvenementDecompte, ModeRefus
from fluxdesk.domain.logement import Adresse, Financement, Logement
from fluxdesk.domain.programme_neuf import DroitNeuf, ProgrammeNeuf
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.territoire import lire_zone
from fluxdesk.services.controler_conventions import SaisieConvention

if TYPE_CHECKING:
    from collections.abc import Mapping

PRIO, AGENTS, AL, VILLE, DEP = "1/prioritaires", "1/agents", "2", "3", "4"
AJACCIO, BASTIA = "2A004", "2B033"
EPCI = {AJACCIO: "242010056", BASTIA: "242000354"}
PLAI, PLUS, PLS = Financement.PLAI, Financement.PLUS, Financement.PLS

# Number, commune, in QPV, type, financing, year of building. 14 to 16 are the new programme.
_PARC: tuple[tuple[int, str, bool, str, Financement, int], ...] = (
    (1, AJACCIO, False, "T3", PLUS, 1998),
    (2, AJACCIO, True, "T2", PLAI, 1965),
    (3, AJACCIO, False, "T4", PLS, 2005),
    (4, AJACCIO, True, "T3", PLAI, 1965),
    (5, AJACCIO, False, "T1", PLUS, 1930),
    (6, BASTIA, False, "T3", PLUS, 1980),
    (7, BASTIA, True, "T4", PLAI, 1970),
    (8, BASTIA, False, "T2", PLUS, 2012),
    (9, AJACCIO, False, "T3", PLUS, 1998),
    (10, AJACCIO, False, "T5", PLS, 2005),
    (11, AJACCIO, True, "T3", PLUS, 1965),
    (12, AJACCIO, False, "T2", PLUS, 1998),
    (13, BASTIA, False, "T3", PLUS, 1980),
    (14, AJACCIO, False, "T3", PLUS, 2026),
    (15, AJACCIO, False, "T2", PLAI, 2026),
    (16, AJACCIO, False, "T4", PLUS, 2026),
    (17, AJACCIO, True, "T3", PLAI, 1965),
    (18, AJACCIO, False, "T4", PLUS, 1998),
    (19, BASTIA, False, "T2", PLUS, 1930),
    (20, AJACCIO, False, "T3", PLUS, 1998),
    (21, BASTIA, False, "T3", PLUS, 1980),
    (22, AJACCIO, False, "T1", PLUS, 1998),
    (23, AJACCIO, True, "T2", PLAI, 1965),
    (24, AJACCIO, False, "T3", PLUS, 1998),
)

PINS = "Les Pins"


def logements() -> list[Logement]:
    return [
        Logement(
            cle=f"interne:{rang}",
            id_interne=str(rang),
            adresse=Adresse(numero=str(rang), voie="RUE FESCH", code_postal="20000"),
            commune=commune,
            epci=EPCI[commune],
            departement=commune[:2],
            qpv=qpv,
            typologie=typologie,
            financement=financement,
            annee_construction=annee,
        )
        for rang, commune, qpv, typologie, financement, annee in _PARC
    ]


def programme(ids: Mapping[int, int]) -> ProgrammeNeuf:
    """Three new dwellings: one for the État, one for the commune, one for the landlord."""
    return ProgrammeNeuf(
        nom=PINS,
        commune=AJACCIO,
        agrement=date(2024, 5, 2),
        livraison_prevue=date(2026, 7, 1),
        droits=(
            DroitNeuf(partie=PRIO, nombre=1, financement="PLUS", typologie="T3"),
            DroitNeuf(partie=VILLE, nombre=1, financement="PLAI", typologie="T2"),
            DroitNeuf(partie=BAILLEUR, nombre=1, financement="PLUS", typologie="T4"),
        ),
        logements=((ids[14], PRIO), (ids[15], VILLE), (ids[16], BAILLEUR)),
    )


def conventions() -> list[SaisieConvention]:
    """In the order that numbers them: État 1, Action Logement 2, commune 3, département 4."""
    return [_etat(), _action_logement(), _ville(), _departement()]


def _etat() -> SaisieConvention:
    """30 %, in two parts, counted at the CAL; what it refuses is given back."""
    parts = (("prioritaires", 2500), ("agents", 500))
    return SaisieConvention(
        reservataire=Reservataire(nom="État", categorie=Categorie.ETAT),
        convention=Convention(
            reservataire_id=0,
            reference="2B-2025-01",
            avenants=(
                Avenant(
                    numero=0,
                    dix_milliemes=3000,
                    sous_contingents=tuple(
                        SousContingent(code=c, nom=c, dix_milliemes=t) for c, t in parts
                    ),
                ),
            ),
            assiette=lire_zone("tout"),
            territoire=lire_zone("tout"),
            evenement_decompte=EvenementDecompte.ATTRIBUTION_CAL,
            clauses=Clauses(refus_cal=ModeRefus.NON_COMPTE, suite_carence=SuiteCarence.RELANCE),
        ),
    )


def _action_logement() -> SaisieConvention:
    """20 %, one dwelling carried in from the year before, paid over four dwellings."""
    return SaisieConvention(
        reservataire=Reservataire(nom="Action Logement", categorie=Categorie.ACTION_LOGEMENT),
        convention=Convention(
            reservataire_id=0,
            avenants=(Avenant(numero=0, dix_milliemes=2000),),
            assiette=lire_zone("tout"),
            territoire=lire_zone("tout"),
            report=1,
            etalement=4,
        ),
    )


def _ville() -> SaisieConvention:
    """10 % of its own flow; a refusal consumes, a carence gives the landlord one turn."""
    here = lire_zone(f"commune:{AJACCIO}")
    return SaisieConvention(
        reservataire=Reservataire(nom="Ville d’Ajaccio", categorie=Categorie.COMMUNE),
        convention=Convention(
            reservataire_id=0,
            reference="VA-2025",
            avenants=(Avenant(numero=0, dix_milliemes=1000),),
            assiette=here,
            territoire=here,
            refus=ModeRefus.COMPTE,
            carence=ModeRefus.BAILLEUR_UN_TOUR,
            clauses=Clauses(neuf=ModeNeuf.DANS_LE_FLUX, suite_carence=SuiteCarence.REPRISE),
        ),
    )


def _departement() -> SaisieConvention:
    """10 % of the flow of the département, whose candidates the landlord designates."""
    here = lire_zone("departement:2B")
    return SaisieConvention(
        reservataire=Reservataire(nom="Haute-Corse", categorie=Categorie.DEPARTEMENT),
        convention=Convention(
            reservataire_id=0,
            reference="HC-2025",
            avenants=(Avenant(numero=0, dix_milliemes=1000),),
            assiette=here,
            territoire=here,
            mode_gestion=ModeGestion.DELEGUEE,
        ),
    )
