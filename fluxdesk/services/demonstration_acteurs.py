"""Who plays in the demonstration: an invented landlord, and conventions nobody signed.

The places and the réservataires that hold rights there exist, so that the papers read like
real ones; the landlord, the rates, the dates and the references are invented.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.domain.convention import Avenant, Convention, SousContingent
from fluxdesk.domain.flux.parties import EvenementDecompte, Zone
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.services.controler_conventions import SaisieConvention

if TYPE_CHECKING:
    from datetime import date

SOURCE = "Source : SDES, RPLS au 1er janvier 2018"
AJACCIO, BASTIA, MAMOUDZOU = "2A004", "2B033", "97611"
DEMBENI_MAMOUDZOU = "200060457"
CORSE, MAYOTTE = frozenset({"2A", "2B"}), frozenset({"976"})
ETAT, ACTION_LOGEMENT = "État", "Action Logement Services"
PRIORITAIRES = "PRIO"

BAILLEUR_FICTIF = Bailleur(
    raison_sociale="Office fictif de l’Île (démonstration)",
    siret="00000000000000",
    adresse=(
        "Base de démonstration, sans valeur juridique",
        SOURCE,
        "1 rue de l’Exemple",
        "00000 Démonstration",
    ),
    ville="Démonstration",
    service="Service des attributions",
    courriel="attributions@exemple.invalid",
    signataire="Camille Exemple",
    qualite_signataire="Responsable des attributions",
)


def conventions_fictives(debut: date, aujourd_hui: date) -> tuple[SaisieConvention, ...]:
    """The conventions in force from ``debut``; that of Ajaccio ends soon after today.

    In no commune do the rates pass 100 %, nor loan guarantees 20 %.
    """
    return (
        _etat(debut),
        _convention(
            Reservataire(nom=ACTION_LOGEMENT, categorie=Categorie.ACTION_LOGEMENT),
            Avenant(numero=0, dix_milliemes=2_200, debut=debut),
            Zone.partout(),
        ),
        _convention(
            Reservataire(nom="Collectivité de Corse", categorie=Categorie.DEPARTEMENT),
            Avenant(numero=0, dix_milliemes=600, debut=debut),
            Zone(departements=CORSE),
            garantie=True,
        ),
        _convention(
            Reservataire(nom="Département de Mayotte", categorie=Categorie.DEPARTEMENT),
            Avenant(numero=0, dix_milliemes=600, debut=debut),
            Zone(departements=MAYOTTE),
            garantie=True,
        ),
        *_collectivites(debut, aujourd_hui + timedelta(days=45)),
    )


def _etat(debut: date) -> SaisieConvention:
    parts = (
        SousContingent(code=PRIORITAIRES, nom="publics prioritaires", dix_milliemes=2_500),
        SousContingent(code="AGENTS", nom="agents publics", dix_milliemes=500),
    )
    return _convention(
        Reservataire(nom=ETAT, categorie=Categorie.ETAT, service="Services du préfet"),
        Avenant(numero=0, dix_milliemes=3_000, debut=debut, sous_contingents=parts),
        Zone.partout(),
    )


def _collectivites(debut: date, fin: date) -> tuple[SaisieConvention, ...]:
    return (
        _convention(
            Reservataire(nom="Ville de Bastia", categorie=Categorie.COMMUNE),
            Avenant(numero=0, dix_milliemes=1_000, debut=debut),
            Zone(communes=frozenset({BASTIA})),
            garantie=True,
        ),
        _convention(
            Reservataire(nom="Ville d’Ajaccio", categorie=Categorie.COMMUNE),
            Avenant(numero=0, dix_milliemes=800, debut=debut, fin=fin),
            Zone(communes=frozenset({AJACCIO})),
            garantie=True,
        ),
        _convention(
            Reservataire(nom="CA de Dembéni-Mamoudzou", categorie=Categorie.EPCI),
            Avenant(numero=0, dix_milliemes=1_200, debut=debut),
            Zone(epcis=frozenset({DEMBENI_MAMOUDZOU})),
        ),
    )


def _convention(
    qui: Reservataire, avenant: Avenant, zone: Zone, *, garantie: bool = False
) -> SaisieConvention:
    """A réservataire and its convention; a commune in a tight market has a month, by law."""
    commune = qui.categorie is Categorie.COMMUNE
    return SaisieConvention(
        reservataire=qui,
        convention=Convention(
            reservataire_id=0,
            avenants=(avenant,),
            reference=f"DÉMO-{qui.categorie.name[:4]}-{avenant.dix_milliemes // 100:02d}",
            signature=avenant.debut,
            assiette=zone,
            territoire=zone,
            delai_jours=45 if commune else 30,
            zone_tendue=commune,
            evenement_decompte=EvenementDecompte.BAIL_SIGNE,
            garantie_emprunt=garantie,
        ),
        motif="Convention fictive de la démonstration",
    )
