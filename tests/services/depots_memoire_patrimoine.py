"""Dwellings and imports of a base in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.logement import PARTS_ADRESSE, logement_de
from fluxdesk.domain.provenance import ApportDeLot
from fluxdesk.services.ports import sans_progres
from tests.services.depots_memoire import DoublonError, LotMemoire, lire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from fluxdesk.domain.logement import Logement, ValeurPlate
    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.services.depots import Arrivage
    from fluxdesk.services.ports import Progress
    from tests.services.depots_memoire import Etat


@dataclass(frozen=True, slots=True)
class LogementsMemoire:
    etat: Etat

    def lire(self, logement_id: int) -> Logement:
        return lire(self.etat.logements, logement_id, "Le logement")

    def trouver(self, reference: str) -> Logement | None:
        ids = self.etat.references.get(reference, []) if reference else []
        found = [self.etat.logements[i] for i in ids]
        for part in ("cle", "id_rpls", "id_interne"):
            for logement in found:
                if getattr(logement, part) == reference:
                    return logement
        return None

    def tous(self) -> Iterator[Logement]:
        return iter([self.etat.logements[i] for i in sorted(self.etat.logements)])

    def reperes(self) -> Iterator[tuple[int, str, str, str]]:
        return ((x.id, x.cle, x.id_rpls, x.id_interne) for x in self.tous())

    def valeurs(
        self, ids: Sequence[int], champs: Sequence[str]
    ) -> Mapping[int, tuple[ValeurPlate, ...]]:
        return {ident: _plates(self.lire(ident), champs) for ident in ids}

    def inserer(self, arrivage: Arrivage, lot: Callable[[], int], progress: Progress) -> None:
        for rang, paquet in enumerate(arrivage.paquets):
            progress(rang, rang, "Enregistrement des logements")
            names = list(chain.from_iterable(arrivage.tables()))
            rows = zip(paquet.cles, paquet.parts.lignes(), strict=True)
            made = (
                dict(zip(names, row, strict=True)) | dict(arrivage.communs) | {"cle": key}
                for key, row in rows
            )
            self.ajouter(map(logement_de, made), lot())

    def ajouter(self, logements: Iterable[Logement], lot: int) -> None:
        before: dict[int, Logement | None] = {}
        for logement in logements:
            known = self.etat.references.get(logement.cle, [])
            if any(self.etat.logements[i].cle == logement.cle for i in known):
                raise DoublonError(logement.cle)
            ident = self.etat.suivant("logements")
            poser(self.etat, replace(logement, id=ident))
            before[ident] = None
        self._retenir(lot, before)

    def modifier(self, logements: Iterable[Logement], lot: int) -> None:
        before: dict[int, Logement | None] = {}
        for logement in logements:
            before[logement.id] = self.lire(logement.id)
            poser(self.etat, logement)
        self._retenir(lot, before)

    def noter_bail(self, logement_id: int, bail: str) -> None:
        poser(self.etat, replace(self.lire(logement_id), bail=bail))

    def nombre(self) -> int:
        return len(self.etat.logements)

    def _retenir(self, lot: int, before: dict[int, Logement | None]) -> None:
        kept = self.etat.lots[lot]
        self.etat.lots[lot] = replace(kept, avant=before | dict(kept.avant))


@dataclass(frozen=True, slots=True)
class LotsMemoire:
    etat: Etat
    auteur: str
    quand: datetime

    def ouvrir(
        self, fichier: str, format_lu: str, encodage: str, progress: Progress = sans_progres
    ) -> int:
        progress(0, 0, "Sauvegarde de la base")
        lot = self.etat.suivant("lots")
        self.etat.lots[lot] = LotMemoire(
            fichier=fichier,
            format=format_lu,
            encodage=encodage,
            auteur=self.auteur,
            quand=self.quand,
        )
        return lot

    def clore(self, rapport: RapportImport) -> None:
        self.etat.lots[rapport.lot] = replace(self.etat.lots[rapport.lot], rapport=rapport)

    def lire(self, lot: int) -> RapportImport:
        kept = self.etat.lots.get(lot)
        if kept is None or kept.rapport is None:
            what = "Le rapport de l’import"
            raise IntrouvableError(what, lot)
        return kept.rapport

    def du_logement(self, logement_id: int) -> Sequence[ApportDeLot]:
        return [
            ApportDeLot(
                fichier=lot.fichier,
                format=lot.format,
                auteur=lot.auteur,
                quand=lot.quand or self.quand,
                avant=lot.avant[logement_id],
            )
            for _, lot in sorted(self.etat.lots.items())
            if logement_id in lot.avant and not lot.annule
        ]

    def annuler(self, lot: int) -> tuple[int, int]:
        self._verifier(lot)
        removed = restored = 0
        for ident, before in self.etat.lots[lot].avant.items():
            if before is None:
                oter(self.etat, ident)
                removed += 1
                for key in [key for key in self.etat.provenances if key[0] == ident]:
                    del self.etat.provenances[key]
            else:
                restored += 1
                poser(self.etat, self._garder_bail(before))
        self.etat.lots[lot] = replace(self.etat.lots[lot], annule=True)
        return removed, restored

    def _garder_bail(self, avant: Logement) -> Logement:
        """The dwelling, a lease that was signed here being none of the import's."""
        known = self.etat.logements[avant.id].bail
        mine = {v.id for v in self.etat.vacances.values() if v.logement_id == avant.id}
        signed = {
            offer.date_bail.isoformat()
            for offer in self.etat.orientations.values()
            if offer.vacance_id in mine and offer.date_bail is not None
        }
        return replace(avant, bail=known) if known in signed else avant

    def _verifier(self, lot: int) -> None:
        kept = self.etat.lots.get(lot)
        if kept is None or kept.annule:
            message = f"L’import nᵒ {lot} n’existe pas ou est déjà annulé."
            raise FluxDeskError(message)
        made = {ident for ident, before in kept.avant.items() if before is None}
        if any(v.logement_id in made for v in self.etat.vacances.values()):
            message = f"Un logement créé par l’import nᵒ {lot} a une vacance."
            raise FluxDeskError(message)
        if any(droit.logement_id in made for droit, _ in self.etat.stock.values()):
            message = f"Un logement créé par l’import nᵒ {lot} a un droit en stock."
            raise FluxDeskError(message)
        if any(examen.logement_id in made for examen in self.etat.examens.values()):
            message = f"Un logement créé par l’import nᵒ {lot} a un examen d’occupation."
            raise FluxDeskError(message)
        later = [o for n, o in self.etat.lots.items() if n > lot and not o.annule]
        if any(other.avant.keys() & kept.avant.keys() for other in later):
            message = f"Un import plus récent a modifié un logement de l’import nᵒ {lot}."
            raise FluxDeskError(message)


def poser(etat: Etat, logement: Logement) -> None:
    """Put a dwelling at its id, and everything it can be found by."""
    oter(etat, logement.id)
    etat.logements[logement.id] = logement
    for name in _noms(logement):
        etat.references.setdefault(name, []).append(logement.id)


def oter(etat: Etat, logement_id: int) -> None:
    """Take a dwelling away, if it is there."""
    known = etat.logements.pop(logement_id, None)
    for name in _noms(known) if known else ():
        etat.references[name].remove(logement_id)


def _plates(logement: Logement, champs: Sequence[str]) -> tuple[ValeurPlate, ...]:
    """Texts, numbers, 1 and 0, as a base keeps them."""
    found = [
        getattr(logement.adresse if name in PARTS_ADRESSE else logement, name) for name in champs
    ]
    return tuple(int(v) if isinstance(v, bool) else v and getattr(v, "value", v) for v in found)


def _noms(logement: Logement) -> set[str]:
    return {logement.cle, logement.id_rpls, logement.id_interne} - {""}
