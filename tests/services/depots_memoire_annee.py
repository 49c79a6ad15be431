"""Values kept whole, and kept files, of a base in memory."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from fluxdesk.domain.examen_occupation import ExamenOccupation
from fluxdesk.services.depots_annee import Fiche
from tests.services.depots_memoire import lire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.bilan_emis import BilanEmis
    from fluxdesk.domain.conservation import Conservation
    from fluxdesk.domain.courrier import Courrier
    from fluxdesk.domain.document import Document
    from fluxdesk.domain.examen_occupation import RegleExamen
    from fluxdesk.domain.garantie import Garantie
    from fluxdesk.domain.modele_lettre import ModeleLettre
    from fluxdesk.domain.objectif import Objectif
    from fluxdesk.domain.photo import PhotoDepart
    from fluxdesk.domain.prevision import Prevision
    from fluxdesk.domain.programme_neuf import ProgrammeNeuf
    from fluxdesk.domain.regle_equite import RegleEquite
    from fluxdesk.domain.residence import Residence
    from tests.services.depots_memoire import Etat

Valeur = TypeVar("Valeur", bound=Fiche)


@dataclass(frozen=True, slots=True)
class FichesMemoire(Generic[Valeur]):
    etat: Etat
    table: dict[int, Valeur]
    quoi: str

    def lire(self, fiche_id: int) -> Valeur:
        return lire(self.table, fiche_id, self.quoi)

    def toutes(self) -> Sequence[Valeur]:
        return tuple(self.table.values())

    def enregistrer(self, fiche: Valeur) -> int:
        if fiche.id:
            self.lire(fiche.id)
        ident = fiche.id or self.etat.suivant(self.quoi)
        self.table[ident] = replace(fiche, id=ident)
        return ident

    def retirer(self, fiche_id: int) -> None:
        self.lire(fiche_id)
        del self.table[fiche_id]


class ExamensMemoire(FichesMemoire[ExamenOccupation]):
    def du_logement(self, logement_id: int) -> Sequence[ExamenOccupation]:
        mine = (one for one in self.table.values() if one.logement_id == logement_id)
        return tuple(sorted(mine, key=lambda one: (one.jour, one.id)))


@dataclass(frozen=True, slots=True)
class DocumentsMemoire:
    etat: Etat

    def deposer(self, document: Document, contenu: bytes) -> int:
        ident = self.etat.suivant("documents")
        kept = replace(
            document,
            id=ident,
            empreinte=hashlib.sha256(contenu).hexdigest(),
            taille=len(contenu),
        )
        self.etat.documents[ident] = kept, contenu
        return ident

    def lire(self, document_id: int) -> Document:
        return lire(self.etat.documents, document_id, "Le document")[0]

    def contenu(self, document_id: int) -> bytes:
        return lire(self.etat.documents, document_id, "Le document")[1]

    def de_l_objet(self, objet: str) -> Sequence[Document]:
        return tuple(d for d, _ in self.etat.documents.values() if d.objet == objet)

    def retirer(self, document_id: int) -> None:
        self.lire(document_id)
        del self.etat.documents[document_id]


class DepotsAnneeMemoire(ABC):
    @abstractmethod
    def _etat(self) -> Etat: ...

    @property
    def programmes(self) -> FichesMemoire[ProgrammeNeuf]:
        etat = self._etat()
        return FichesMemoire(etat, etat.programmes, "Le programme")

    @property
    def previsions(self) -> FichesMemoire[Prevision]:
        etat = self._etat()
        return FichesMemoire(etat, etat.previsions, "La prévision")

    @property
    def objectifs(self) -> FichesMemoire[Objectif]:
        etat = self._etat()
        return FichesMemoire(etat, etat.objectifs, "L’objectif")

    @property
    def modeles(self) -> FichesMemoire[ModeleLettre]:
        etat = self._etat()
        return FichesMemoire(etat, etat.modeles, "Le modèle")

    @property
    def courriers(self) -> FichesMemoire[Courrier]:
        etat = self._etat()
        return FichesMemoire(etat, etat.courriers, "Le courrier")

    @property
    def garanties(self) -> FichesMemoire[Garantie]:
        etat = self._etat()
        return FichesMemoire(etat, etat.garanties, "La garantie")

    @property
    def photos(self) -> FichesMemoire[PhotoDepart]:
        etat = self._etat()
        return FichesMemoire(etat, etat.photos, "La photo de départ")

    @property
    def bilans(self) -> FichesMemoire[BilanEmis]:
        etat = self._etat()
        return FichesMemoire(etat, etat.bilans, "Le bilan")

    @property
    def residences(self) -> FichesMemoire[Residence]:
        etat = self._etat()
        return FichesMemoire(etat, etat.residences, "La résidence")

    @property
    def equites(self) -> FichesMemoire[RegleEquite]:
        etat = self._etat()
        return FichesMemoire(etat, etat.equites, "La règle d’équité")

    @property
    def regles_examen(self) -> FichesMemoire[RegleExamen]:
        etat = self._etat()
        return FichesMemoire(etat, etat.regles_examen, "La règle des examens")

    @property
    def examens(self) -> ExamensMemoire:
        etat = self._etat()
        return ExamensMemoire(etat, etat.examens, "L’examen")

    @property
    def conservations(self) -> FichesMemoire[Conservation]:
        etat = self._etat()
        return FichesMemoire(etat, etat.conservations, "La conservation")

    @property
    def documents(self) -> DocumentsMemoire:
        return DocumentsMemoire(self._etat())
