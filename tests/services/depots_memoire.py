"""The state of a base in memory, and the repositories of who holds which right."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Self, TypeVar

from fluxdesk.domain.erreurs import IntrouvableError

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence
    from datetime import datetime

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.bilan_emis import BilanEmis
    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.conservation import Conservation
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.courrier import Courrier
    from fluxdesk.domain.document import Document
    from fluxdesk.domain.droit_stock import DroitStock
    from fluxdesk.domain.examen_occupation import ExamenOccupation, RegleExamen
    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.garantie import Garantie
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.modele_lettre import ModeleLettre
    from fluxdesk.domain.objectif import Objectif
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.photo import PhotoDepart
    from fluxdesk.domain.prevision import Prevision
    from fluxdesk.domain.profil import Profil
    from fluxdesk.domain.programme_neuf import ProgrammeNeuf
    from fluxdesk.domain.provenance import Provenance
    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.domain.referentiel import TableReferentiel
    from fluxdesk.domain.regle_equite import RegleEquite
    from fluxdesk.domain.regles_flux import ReglesFlux
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.domain.residence import Residence
    from fluxdesk.domain.vacance import Vacance


Valeur = TypeVar("Valeur")


@dataclass(frozen=True, slots=True, kw_only=True)
class LotMemoire:
    """One import: what it made, what stood before it changed the rest (None: it made it)."""

    fichier: str
    format: str
    encodage: str
    auteur: str = ""
    quand: datetime | None = None
    avant: Mapping[int, Logement | None] = field(default_factory=dict)
    rapport: RapportImport | None = None
    annule: bool = False


@dataclass(slots=True, kw_only=True)
class Etat:
    """Everything a base holds; every value in it is frozen, so copying the tables is enough."""

    bailleur: Bailleur
    logements: dict[int, Logement] = field(default_factory=dict)
    references: dict[str, list[int]] = field(default_factory=dict)
    lots: dict[int, LotMemoire] = field(default_factory=dict)
    reservataires: dict[int, Reservataire] = field(default_factory=dict)
    conventions: dict[int, Convention] = field(default_factory=dict)
    vacances: dict[int, Vacance] = field(default_factory=dict)
    orientations: dict[int, Orientation] = field(default_factory=dict)
    evenements: list[tuple[Evenement, int | None]] = field(default_factory=list)
    journal: list[EntreeJournal] = field(default_factory=list)
    compteurs: dict[str, int] = field(default_factory=dict)
    regles: list[ReglesFlux] = field(default_factory=list)
    profils: dict[int, Profil] = field(default_factory=dict)
    stock: dict[int, tuple[DroitStock, int | None]] = field(default_factory=dict)
    candidats: dict[int, tuple[Candidat, int | None]] = field(default_factory=dict)
    provenances: dict[tuple[int, str], Provenance] = field(default_factory=dict)
    referentiels: dict[int, TableReferentiel] = field(default_factory=dict)
    points: list[Mapping[str, object]] = field(default_factory=list)
    programmes: dict[int, ProgrammeNeuf] = field(default_factory=dict)
    previsions: dict[int, Prevision] = field(default_factory=dict)
    objectifs: dict[int, Objectif] = field(default_factory=dict)
    modeles: dict[int, ModeleLettre] = field(default_factory=dict)
    courriers: dict[int, Courrier] = field(default_factory=dict)
    garanties: dict[int, Garantie] = field(default_factory=dict)
    photos: dict[int, PhotoDepart] = field(default_factory=dict)
    bilans: dict[int, BilanEmis] = field(default_factory=dict)
    residences: dict[int, Residence] = field(default_factory=dict)
    equites: dict[int, RegleEquite] = field(default_factory=dict)
    conservations: dict[int, Conservation] = field(default_factory=dict)
    regles_examen: dict[int, RegleExamen] = field(default_factory=dict)
    examens: dict[int, ExamenOccupation] = field(default_factory=dict)
    documents: dict[int, tuple[Document, bytes]] = field(default_factory=dict)

    def detacher(self) -> Self:
        """Make every table its own copy."""
        for table in fields(self):
            if table.name != "bailleur":
                setattr(self, table.name, getattr(self, table.name).copy())
        self.references = {name: ids.copy() for name, ids in self.references.items()}
        return self

    def suivant(self, table: str) -> int:
        """The next id of a table; an id is never given twice."""
        self.compteurs[table] = self.compteurs.get(table, 0) + 1
        return self.compteurs[table]


class DoublonError(ValueError):
    """Two records share what the base holds to be unique."""


def lire(table: Mapping[int, Valeur], ident: int, quoi: str) -> Valeur:
    """The record of that id."""
    if ident not in table:
        raise IntrouvableError(quoi, ident)
    return table[ident]


def exiger_unique(connus: Mapping[int, Hashable], ident: int, valeur: Hashable) -> None:
    """Raise as the unique constraint of a table would."""
    if any(v == valeur and i != ident for i, v in connus.items()):
        raise DoublonError(str(valeur))


def plier(texte: str) -> str:
    """A name without case nor accents, as names are compared."""
    letters = unicodedata.normalize("NFKD", texte.replace("’", "'")).casefold()
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


@dataclass(frozen=True, slots=True)
class BailleursMemoire:
    etat: Etat

    def lire(self) -> Bailleur:
        return self.etat.bailleur

    def enregistrer(self, bailleur: Bailleur) -> None:
        self.etat.bailleur = bailleur


@dataclass(frozen=True, slots=True)
class ReservatairesMemoire:
    etat: Etat

    def lire(self, reservataire_id: int) -> Reservataire:
        return lire(self.etat.reservataires, reservataire_id, "Le réservataire")

    def trouver(self, nom: str) -> Reservataire | None:
        return next((r for r in self.tous() if plier(r.nom) == plier(nom)), None)

    def tous(self) -> Sequence[Reservataire]:
        return tuple(self.etat.reservataires.values())

    def enregistrer(self, reservataire: Reservataire) -> int:
        known = self.etat.reservataires
        ident = reservataire.id or self.etat.suivant("reservataires")
        exiger_unique({i: plier(r.nom) for i, r in known.items()}, ident, plier(reservataire.nom))
        if reservataire.id:
            self.lire(reservataire.id)
        known[ident] = replace(reservataire, id=ident)
        return ident

    def retirer(self, reservataire_id: int) -> None:
        del self.etat.reservataires[self.lire(reservataire_id).id]


@dataclass(frozen=True, slots=True)
class ConventionsMemoire:
    etat: Etat

    def lire(self, convention_id: int) -> Convention:
        return lire(self.etat.conventions, convention_id, "La convention")

    def du_reservataire(self, reservataire_id: int) -> Convention | None:
        return next((c for c in self.toutes() if c.reservataire_id == reservataire_id), None)

    def toutes(self) -> Sequence[Convention]:
        return tuple(self.etat.conventions.values())

    def enregistrer(self, convention: Convention) -> int:
        ReservatairesMemoire(self.etat).lire(convention.reservataire_id)
        if convention.id:
            self.lire(convention.id)
        ident = convention.id or self.etat.suivant("conventions")
        self.etat.conventions[ident] = replace(convention, id=ident)
        return ident

    def retirer(self, convention_id: int) -> None:
        del self.etat.conventions[self.lire(convention_id).id]
