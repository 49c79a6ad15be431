"""Vacancies, offers, events and journal of a base in memory."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, is_dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.journal import GENESE, EntreeJournal, empreinte
from fluxdesk.domain.vacance import Etape, etape
from tests.services.depots_memoire import DoublonError, exiger_unique, lire
from tests.services.depots_memoire_patrimoine import LogementsMemoire

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.orientation import IssueOrientation, Orientation
    from fluxdesk.domain.vacance import Vacance
    from tests.services.depots_memoire import Etat

_CLOSES = (Etape.BAIL_SIGNE, Etape.HORS_FLUX)


@dataclass(frozen=True, slots=True)
class VacancesMemoire:
    etat: Etat

    def lire(self, vacance_id: int) -> Vacance:
        return lire(self.etat.vacances, vacance_id, "La vacance")

    def en_cours(self, logement_id: int) -> Vacance | None:
        mine = [v for v in self.toutes() if v.logement_id == logement_id]
        return next((v for v in mine if etape(v, self._issues(v.id)) not in _CLOSES), None)

    def _issues(self, vacance_id: int) -> list[IssueOrientation]:
        return [o.issue for o in OrientationsMemoire(self.etat).de_la_vacance(vacance_id)]

    def toutes(self) -> Sequence[Vacance]:
        return tuple(self.etat.vacances.values())

    def enregistrer(self, vacance: Vacance) -> int:
        LogementsMemoire(self.etat).lire(vacance.logement_id)
        if vacance.id:
            self.lire(vacance.id)
        ident = vacance.id or self.etat.suivant("vacances")
        self.etat.vacances[ident] = replace(vacance, id=ident)
        return ident


@dataclass(frozen=True, slots=True)
class OrientationsMemoire:
    etat: Etat

    def lire(self, orientation_id: int) -> Orientation:
        return lire(self.etat.orientations, orientation_id, "L’orientation")

    def par_numero(self, numero: str) -> Orientation | None:
        return next((o for o in self.toutes() if o.numero == numero), None)

    def de_la_vacance(self, vacance_id: int) -> Sequence[Orientation]:
        return tuple(o for o in self.toutes() if o.vacance_id == vacance_id)

    def toutes(self) -> Sequence[Orientation]:
        return tuple(self.etat.orientations.values())

    def nombre_de_l_annee(self, annee: int) -> int:
        return sum(o.numero.startswith(f"{annee}-") for o in self.toutes())

    def enregistrer(self, orientation: Orientation) -> int:
        VacancesMemoire(self.etat).lire(orientation.vacance_id)
        if orientation.id:
            self.lire(orientation.id)
        ident = orientation.id or self.etat.suivant("orientations")
        known = {i: o.numero for i, o in self.etat.orientations.items()}
        exiger_unique(known, ident, orientation.numero)
        self.etat.orientations[ident] = replace(orientation, id=ident)
        return ident


@dataclass(frozen=True, slots=True)
class EvenementsMemoire:
    etat: Etat

    def tous(self) -> Sequence[Evenement]:
        return self.depuis(0)

    def depuis(self, numero: int) -> Sequence[Evenement]:
        mine = (e for e, _ in self.etat.evenements if e.numero > numero)
        return tuple(sorted(mine, key=lambda e: e.numero))

    def prochain_numero(self) -> int:
        return max((e.numero for e, _ in self.etat.evenements), default=0) + 1

    def ajouter(self, evenement: Evenement, orientation_id: int | None = None) -> None:
        if any(e.numero == evenement.numero for e, _ in self.etat.evenements):
            raise DoublonError(str(evenement.numero))
        self.etat.evenements.append((evenement, orientation_id))

    def de_l_orientation(self, orientation_id: int) -> Sequence[Evenement]:
        mine = (e for e, orientation in self.etat.evenements if orientation == orientation_id)
        return tuple(sorted(mine, key=lambda e: e.numero))


@dataclass(frozen=True, slots=True)
class JournalMemoire:
    etat: Etat
    auteur: str
    maintenant: datetime

    def ecrire(
        self,
        action: str,
        objet: str,
        libelle: str,
        *,
        avant: object = None,
        apres: object = None,
        motif: str = "",
    ) -> None:
        last = self.etat.journal[-1].empreinte if self.etat.journal else GENESE
        entree = EntreeJournal(
            numero=len(self.etat.journal) + 1,
            quand=self.maintenant,
            auteur=self.auteur,
            action=action,
            objet=objet,
            libelle=libelle,
            avant=_json(avant),
            apres=_json(apres),
            motif=motif,
            precedent=last,
        )
        self.etat.journal.append(replace(entree, empreinte=empreinte(entree)))

    def toutes(self) -> Iterator[EntreeJournal]:
        return iter(tuple(self.etat.journal))


def _json(valeur: object) -> str:
    if valeur is None:
        return ""
    return json.dumps(valeur, default=_simple, ensure_ascii=False, sort_keys=True)


def _simple(valeur: object) -> object:
    if is_dataclass(valeur) and not isinstance(valeur, type):
        return asdict(valeur)
    if isinstance(valeur, date):
        return valeur.isoformat()
    if isinstance(valeur, frozenset):
        return sorted(valeur)
    if isinstance(valeur, Fraction):
        return str(valeur)
    if isinstance(valeur, bytes):
        return valeur.hex()
    raise TypeError(type(valeur).__name__)
