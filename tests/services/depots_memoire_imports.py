"""What files bring beside dwellings, of a base in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.services.depots_memoire import lire, plier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.droit_stock import DroitStock
    from fluxdesk.domain.profil import Profil
    from fluxdesk.domain.provenance import Provenance
    from fluxdesk.domain.referentiel import GenreReferentiel, TableReferentiel
    from tests.services.depots_memoire import Etat, Valeur


@dataclass(frozen=True, slots=True)
class ProfilsMemoire:
    etat: Etat

    def tous(self) -> Sequence[Profil]:
        return tuple(sorted(self.etat.profils.values(), key=lambda p: plier(p.nom)))

    def enregistrer(self, profil: Profil) -> int:
        same = (p.id for p in self.tous() if plier(p.nom) == plier(profil.nom))
        ident = next(same, 0) or self.etat.suivant("profils")
        self.etat.profils[ident] = replace(profil, id=ident)
        return ident

    def retirer(self, profil_id: int) -> None:
        lire(self.etat.profils, profil_id, "Le profil")
        del self.etat.profils[profil_id]


@dataclass(frozen=True, slots=True)
class StockMemoire:
    etat: Etat

    def tous(self) -> Sequence[DroitStock]:
        return tuple(droit for droit, _ in self.etat.stock.values())

    def enregistrer(self, droit: DroitStock, lot: int | None = None) -> int:
        known = lire(self.etat.stock, droit.id, "Le droit")[1] if droit.id else lot
        ident = droit.id or self.etat.suivant("stock")
        self.etat.stock[ident] = replace(droit, id=ident), known
        return ident

    def retirer_lot(self, lot: int) -> int:
        return _retirer_lot(self.etat.stock, lot)


@dataclass(frozen=True, slots=True)
class CandidatsMemoire:
    etat: Etat

    def de_l_orientation(self, orientation_id: int) -> Sequence[Candidat]:
        return tuple(c for c in self._par_rang(orientation_id) if c.retire is None)

    def retires(self, orientation_id: int) -> Sequence[Candidat]:
        return tuple(c for c in self._par_rang(orientation_id) if c.retire is not None)

    def _par_rang(self, orientation_id: int) -> list[Candidat]:
        mine = (c for c, _ in self.etat.candidats.values() if c.orientation_id == orientation_id)
        return sorted(mine, key=lambda c: (c.rang, c.id))

    def lire(self, candidat_id: int) -> Candidat:
        return lire(self.etat.candidats, candidat_id, "Le candidat")[0]

    def enregistrer(self, candidat: Candidat, lot: int | None = None) -> int:
        known = lire(self.etat.candidats, candidat.id, "Le candidat")[1] if candidat.id else lot
        ident = candidat.id or self.etat.suivant("candidats")
        self.etat.candidats[ident] = replace(candidat, id=ident), known
        return ident

    def effacer(self, candidat_id: int) -> None:
        lire(self.etat.candidats, candidat_id, "Le candidat")
        del self.etat.candidats[candidat_id]

    def retirer_lot(self, lot: int) -> int:
        return _retirer_lot(self.etat.candidats, lot)


def _retirer_lot(table: dict[int, tuple[Valeur, int | None]], lot: int) -> int:
    gone = [ident for ident, (_, brought) in table.items() if brought == lot]
    for ident in gone:
        del table[ident]
    return len(gone)


@dataclass(frozen=True, slots=True)
class ProvenancesMemoire:
    etat: Etat

    def du_logement(self, logement_id: int) -> Sequence[Provenance]:
        return tuple(p for p in self.toutes() if p.logement_id == logement_id)

    def toutes(self) -> Sequence[Provenance]:
        return tuple(self.etat.provenances[key] for key in sorted(self.etat.provenances))

    def enregistrer(self, provenances: Iterable[Provenance]) -> None:
        self.etat.provenances |= {(p.logement_id, p.champ): p for p in provenances}

    def retirer(self, logement_id: int, champ: str) -> None:
        self.etat.provenances.pop((logement_id, champ), None)


@dataclass(frozen=True, slots=True)
class ReferentielsMemoire:
    etat: Etat

    def toutes(self, genre: GenreReferentiel) -> Sequence[TableReferentiel]:
        mine = (t for t in self.etat.referentiels.values() if t.genre is genre)
        return tuple(sorted(mine, key=lambda t: t.effet))

    def au(self, genre: GenreReferentiel, jour: date) -> TableReferentiel | None:
        return next((t for t in reversed(self.toutes(genre)) if t.effet <= jour), None)

    def enregistrer(self, table: TableReferentiel) -> int:
        same = (t.id for t in self.toutes(table.genre) if t.effet == table.effet)
        ident = next(same, 0) or self.etat.suivant("referentiels")
        self.etat.referentiels[ident] = replace(table, id=ident)
        return ident

    def retirer(self, table_id: int) -> None:
        lire(self.etat.referentiels, table_id, "La table")
        del self.etat.referentiels[table_id]
