"""A small world for the tests of the officer's acts: three conventions, six dwellings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import Avenant, Convention, SousContingent
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.logement import Adresse, Financement, Logement
from fluxdesk.domain.referentiel import GenreReferentiel, TableReferentiel
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.territoire import Commune, lire_zone
from fluxdesk.domain.vacance import CauseLiberation, Qualification, Vacance
from fluxdesk.services.controler_conventions import SaisieConvention
from fluxdesk.services.enregistrer_conge import enregistrer_conge
from fluxdesk.services.enregistrer_convention import enregistrer_convention
from fluxdesk.services.orienter_vacance import DemandeOrientation, orienter_vacance
from tests.services.memoire import HorlogeFixe, MemoireUow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.orientation import Orientation

JOUR = date(2026, 3, 3)
HORLOGE = HorlogeFixe(datetime(2026, 3, 3, 9, 30, tzinfo=UTC))
AJACCIO = Commune(code="2A004", nom="Ajaccio", departement="2A", epci="242010056")
BASTIA = Commune(code="2B033", nom="Bastia", departement="2B", epci="242000354")
ETAT, ACTION_LOGEMENT, VILLE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class DeuxCommunes:
    """A COG of two communes."""

    def commune(self, code: str) -> Commune | None:
        return next((c for c in self.communes() if c.code == code), None)

    def communes(self) -> Sequence[Commune]:
        return (AJACCIO, BASTIA)


TERRITOIRES = DeuxCommunes()


def logement(rang: int, *, commune: str = "2A004") -> Logement:
    return Logement(
        cle=f"interne:{rang}",
        id_interne=str(rang),
        adresse=Adresse(
            numero=str(rang), voie="RUE FESCH", code_postal="20000", nom_commune="AJACCIO"
        ),
        commune=commune,
        epci="242010056" if commune == "2A004" else "242000354",
        departement=commune[:2],
        qpv=False,
        typologie="T3",
        financement=Financement.PLUS,
        annee_construction=1998,
    )


def saisie(
    nom: str, categorie: Categorie, taux: int, *, zone: str = "tout", parts: tuple[int, ...] = ()
) -> SaisieConvention:
    names = ("prioritaires", "agents")
    sous = tuple(
        SousContingent(code=name, nom=name, dix_milliemes=rate)
        for name, rate in zip(names, parts, strict=False)
    )
    return SaisieConvention(
        reservataire=Reservataire(nom=nom, categorie=categorie),
        convention=Convention(
            reservataire_id=0,
            avenants=(Avenant(numero=0, dix_milliemes=taux, sous_contingents=sous),),
            assiette=lire_zone(zone) if zone != "tout" else Zone.partout(),
            territoire=lire_zone(zone) if zone != "tout" else Zone.partout(),
        ),
    )


def enregistrer(entree: SaisieConvention, uow: MemoireUow) -> int:
    return enregistrer_convention(entree, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)


def monde() -> MemoireUow:
    """État 30 % (25 + 5), Action Logement 20 %, Ajaccio 10 % of its own flow; six dwellings."""
    uow = MemoireUow(horloge=HORLOGE)
    with uow:
        lot = uow.lots.ouvrir("essai.csv", "essai", "utf-8")
        uow.logements.ajouter([logement(n) for n in range(1, 6)], lot)
        uow.logements.ajouter([logement(6, commune="2B033")], lot)
        uow.valider()
    enregistrer(saisie("État", Categorie.ETAT, 3000, parts=(2500, 500)), uow)
    enregistrer(saisie("Action Logement", Categorie.ACTION_LOGEMENT, 2000), uow)
    enregistrer(saisie("Ville d’Ajaccio", Categorie.COMMUNE, 1000, zone="commune:2A004"), uow)
    return uow


def conge(
    uow: MemoireUow, logement_id: int, qualification: Qualification = Qualification.FLUX
) -> int:
    return enregistrer_conge(
        Vacance(
            logement_id=logement_id,
            date_conge=date(2026, 2, 1),
            cause=CauseLiberation.CONGE,
            qualification=qualification,
        ),
        uow=uow,
    )


def orienter(
    uow: MemoireUow, vacance_id: int, vers: str | None = None, motif: str = ""
) -> Orientation:
    return orienter_vacance(
        DemandeOrientation(vacance_id=vacance_id, destinataire=vers, derogation=motif),
        uow=uow,
        horloge=HORLOGE,
        territoires=TERRITOIRES,
    )


def actions(uow: MemoireUow) -> list[str]:
    with uow:
        return [entree.action for entree in uow.journal.toutes()]


def poser_seuils(uow: MemoireUow, seuils: Mapping[str, str]) -> None:
    """Bring the thresholds of the first quartile of 2026, by EPCI."""
    table = TableReferentiel(
        genre=GenreReferentiel.QUARTILE,
        effet=date(2026, 1, 1),
        source="arrêté d’essai",
        lignes={epci: {"seuil": euros} for epci, euros in seuils.items()},
    )
    with uow:
        uow.referentiels.enregistrer(table)
        uow.valider()
