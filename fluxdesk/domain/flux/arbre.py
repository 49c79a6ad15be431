"""The parties of a ledger in convention order, landlord last, with their places found fast."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.erreurs import ConventionError, NonFeuilleError, PartieInconnueError
from fluxdesk.domain.flux.parties import BAILLEUR, NOM_BAILLEUR, UN, Partie, TauxDate, Zone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.flux.parties import Axe, Unite


@dataclass(frozen=True, slots=True)
class Lieu:
    """Ranks of the parties, landlord excepted, whose base and whose territory hold a dwelling.

    `a_part` are those that stand on the territory but count this first letting out of the flux.
    """

    assiettes: tuple[int, ...]
    territoires: tuple[int, ...]
    a_part: tuple[int, ...] = ()


class Arbre:
    """An immutable tree of parties; a party is known by its rank in convention order.

    The landlord takes the last rank, `bailleur`. `racines` are the parties that compete with
    each other, landlord included; `enfants` and `lignees` (a party, then its parents) follow
    the ranks.
    """

    __slots__ = (
        "_au_pied",
        "_changements",
        "_lieux",
        "_rangs",
        "_taux",
        "bailleur",
        "cibles",
        "enfants",
        "lignees",
        "parties",
        "racines",
    )

    def __init__(self, parties: Sequence[Partie]) -> None:
        self.parties = (*parties, _bailleur())
        self.bailleur = len(parties)
        self._rangs = {partie.cle: rang for rang, partie in enumerate(self.parties)}
        if len(self._rangs) < len(self.parties):
            message = "Deux réservataires du registre portent la même clé."
            raise ConventionError(message)
        self.lignees = tuple(self._lignee(rang) for rang in range(len(self.parties)))
        self.racines = tuple(rang for rang, ligne in enumerate(self.lignees) if len(ligne) == 1)
        self.enfants = tuple(
            tuple(rang for rang, partie in enumerate(self.parties) if partie.parent == parent.cle)
            for parent in self.parties
        )
        self.cibles = tuple(_cibles(partie) for partie in self.parties)
        self._lieux: dict[tuple[str | bool, ...], Lieu] = {}
        zones = [zone for partie in parties for zone in (partie.assiette, partie.territoire)]
        self._au_pied = any(zone.quartiers or zone.residences for zone in zones)
        self._changements = _changements(parties)
        self._taux: dict[int, tuple[int | None, ...]] = {}

    def rang(self, cle: str) -> int:
        """Find the rank of a party.

        Raises:
            PartieInconnueError: no party has this key.
        """
        if cle not in self._rangs:
            raise PartieInconnueError(cle)
        return self._rangs[cle]

    def feuille(self, cle: str) -> int:
        """Find the rank of a party that can hold a dwelling.

        Raises:
            PartieInconnueError: no party has this key.
            NonFeuilleError: the party is divided into parts.
        """
        rang = self.rang(cle)
        if self.enfants[rang]:
            raise NonFeuilleError(self.parties[rang].nom)
        return rang

    def feuilles_de(self, rang: int) -> frozenset[int]:
        """List the leaves that a party is divided into: itself if it is not."""
        return frozenset(
            feuille
            for feuille, ligne in enumerate(self.lignees)
            if rang in ligne and not self.enfants[feuille]
        )

    def lieu(self, unite: Unite) -> Lieu:
        """Find whose base and whose territory hold the dwelling; remembered by place."""
        place: tuple[str | bool, ...] = (
            unite.commune,
            unite.epci,
            unite.departement,
            unite.neuf,
        )
        if self._au_pied:  # some right is narrower than a commune
            place = (*place, unite.quartier, unite.residence)
        connu = self._lieux.get(place)
        if connu is None:
            connu = self._lieux[place] = _lieu(self.parties[:-1], unite)
        return connu

    def imputee(self, feuille: int, unite: Unite) -> int:
        """Find whose account a dwelling given to this leaf is charged to.

        The landlord's for a first letting that the leaf counts apart; else its own.
        """
        if not unite.neuf or self.parties[feuille].neuf:
            return feuille
        return self.bailleur

    def taux(self, jour: date) -> tuple[int | None, ...]:
        """List the rates of that day by rank, in 1/10 000; None is "no rate", not a rate of 0."""
        periode = bisect_right(self._changements, jour.toordinal())
        connus = self._taux.get(periode)
        if connus is None:
            dates = (partie.taux_date(jour) for partie in self.parties)
            connus = tuple(taux.dix_milliemes if taux else None for taux in dates)
            self._taux[periode] = connus
        return connus

    def _lignee(self, rang: int) -> tuple[int, ...]:
        ligne = [rang]
        parent = self.parties[rang].parent
        while parent is not None:
            suivant = self.rang(parent)
            if suivant in ligne or suivant == self.bailleur:
                message = f"« {parent} » ne peut pas être divisé ainsi en parts."
                raise ConventionError(message)
            ligne.append(suivant)
            parent = self.parties[suivant].parent
        return tuple(ligne)


def _lieu(parties: Sequence[Partie], unite: Unite) -> Lieu:
    territoires = [r for r, p in enumerate(parties) if p.territoire.contient(unite)]
    return Lieu(
        tuple(r for r, p in enumerate(parties) if p.compte(unite) and p.assiette.contient(unite)),
        tuple(r for r in territoires if parties[r].compte(unite)),
        tuple(r for r in territoires if not parties[r].compte(unite)),
    )


def _changements(parties: Sequence[Partie]) -> list[int]:
    """List the days (ordinals) on which a rate starts, or has just ended, in order."""
    taux = [un_taux for partie in parties for un_taux in partie.taux]
    debuts = {un_taux.debut.toordinal() for un_taux in taux if un_taux.debut}
    return sorted(debuts | {un_taux.fin.toordinal() + 1 for un_taux in taux if un_taux.fin})


def _bailleur() -> Partie:
    # Its own rate is what the others leave, found dwelling by dwelling: this one is never used.
    tout = Zone.partout()
    return Partie(BAILLEUR, NOM_BAILLEUR, (TauxDate(UN),), tout, tout, neuf=True)


def _cibles(partie: Partie) -> dict[Axe, dict[str, int]]:
    par_axe: dict[Axe, dict[str, int]] = {}
    for cible in partie.cibles:
        par_axe.setdefault(cible.axe, {})[cible.modalite] = cible.dix_milliemes
    return par_axe
