"""A photo to print: four réservataires, rights on four dwellings, one guarantee without."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fluxdesk.domain.assiette import Exclusion
from fluxdesk.domain.conversion import Formule, Hypotheses, Rotation, StockDe
from fluxdesk.domain.photo import (
    Choix,
    ContenuPhoto,
    DroitPhoto,
    EtatDesLieux,
    Exclu,
    PhotoDepart,
    RotationDe,
    SoustraitsDe,
)
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.vacance import CategorieSoustrait
from fluxdesk.services.papiers_photo import PhotoImprimee
from tests.services.memoire import BAILLEUR

LE = date(2026, 11, 22)
P = 800


def _stock(
    ident: int, nom: str, categorie: Categorie, suite: int, *, part: str = "", uniques: int = 0
) -> StockDe:
    return StockDe(
        reservataire_id=ident,
        nom=nom,
        categorie=categorie,
        sous_contingent=part,
        assiette=P,
        suite=suite,
        uniques=uniques,
        rotation=Rotation(logements=suite, relocations=(suite // 20, suite // 10)),
        taux_actuel=2000 if ident == 1 else None,
    )


def _droit(rang: int, reservataire: str, programme: str, **autres: str) -> DroitPhoto:
    values = {"sous_contingent": "", "nature": "droit de suite", "contrepartie": "", **autres}
    return DroitPhoto(
        cle=f"interne:{rang}",
        id_rpls=f"2A0040000{rang}" if rang > 1 else "",
        id_interne=str(rang),
        adresse=f"{rang} RUE FESCH",
        commune="2A004",
        nom_commune="AJACCIO",
        epci="242010056",
        qpv="hors QPV",
        programme=programme,
        typologie="T3",
        surface=64 if rang > 1 else None,
        financement="PLUS",
        numero_convention="=1+1",
        annee_construction=1998,
        reservataire=reservataire,
        fin=date(2031, 5, 31) if rang == 1 else None,
        source="acte de 2014",
        **values,
    )


STOCK = (
    _stock(1, "État", Categorie.ETAT, 200, part="prioritaires"),
    _stock(1, "État", Categorie.ETAT, 40, part="agents"),
    _stock(2, "Action Logement", Categorie.ACTION_LOGEMENT, 176, uniques=6),
    _stock(3, "Ville d’Ajaccio", Categorie.COMMUNE, 64),
)
ETAT = EtatDesLieux(
    jour=LE,
    parc=810,
    exclus=(Exclu(motif=Exclusion.PLI, nombre=10),),
    annees=(2025, 2024),
    mutations=True,
    rotation=Rotation(logements=P, relocations=(50, 70)),
    rotations=(
        RotationDe(
            axe="Financement",
            valeur="PLUS",
            rotation=Rotation(logements=700, relocations=(40, 60)),
        ),
        RotationDe(axe="Financement", valeur="PLS", rotation=Rotation(logements=0)),
    ),
    soustraits=(SoustraitsDe(categorie=CategorieSoustrait.MUTATION, nombres=(14, 10)),),
    stock=STOCK,
    droits=(
        _droit(1, "Ville d’Ajaccio", "Les Lilas", contrepartie="garantie d’emprunt"),
        _droit(2, "État", "Les Lilas", sous_contingent="agents"),
        _droit(3, "Action Logement", "Les Ormes", nature="désignation unique"),
        _droit(4, "Armée", "", nature="défense nationale"),
    ),
)
CONTENU = ContenuPhoto(
    etat=ETAT,
    hypotheses=Hypotheses(patrimoine=P, rotation=ETAT.rotation, soustraits=12, annees_uniques=3),
    stock=STOCK,
    choix=(
        Choix(reservataire_id=2, sous_contingent="", formule=Formule.DROITS_UNIQUES),
        Choix(reservataire_id=3, sous_contingent="", formule=Formule.ROTATION),
    ),
)
PHOTO = PhotoImprimee(
    bailleur=BAILLEUR,
    photo=PhotoDepart(id=1, jour=LE, nom="Départ 2027", empreinte="ab" * 32, figee=LE),
    contenu=CONTENU,
)
SAISIE = replace(
    PHOTO,
    photo=replace(PHOTO.photo, figee=None),
    contenu=replace(
        CONTENU,
        hypotheses=replace(
            CONTENU.hypotheses,
            rotation=Rotation(logements=P, saisie=750, source="rapport d’activité 2025"),
            soustraits=0,
            neuf=8,
        ),
    ),
)
