"""Who holds a right to propose candidates (R441-5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Categorie(StrEnum):
    """Kind of réservataire; decides the caps and the usual perimeter (regles.md 1, 9, 10)."""

    ETAT = "état"
    ACTION_LOGEMENT = "action logement"
    COMMUNE = "commune"
    EPCI = "epci"
    DEPARTEMENT = "département"
    REGION = "région"
    EMPLOYEUR = "employeur"
    AUTRE = "autre"
    BAILLEUR = "bailleur"


LIBELLES_CATEGORIE: dict[Categorie, str] = {
    Categorie.ETAT: "État",
    Categorie.ACTION_LOGEMENT: "Action Logement",
    Categorie.COMMUNE: "Commune",
    Categorie.EPCI: "EPCI",
    Categorie.DEPARTEMENT: "Département",
    Categorie.REGION: "Région",
    Categorie.EMPLOYEUR: "Employeur",
    Categorie.AUTRE: "Autre",
    Categorie.BAILLEUR: "Bailleur",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservataire:
    """A réservataire and where its letters go; ``id`` is 0 until recorded."""

    nom: str
    categorie: Categorie
    id: int = 0
    service: str = ""
    contact: str = ""
    adresse: tuple[str, ...] = ()
    courriel: str = ""
