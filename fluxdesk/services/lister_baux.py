"""The leases of the patrimoine and when each is examined (pratique.md B3)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.bail import dire_bail
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.examen_occupation import (
    EtatBail,
    RegleExamen,
    depart,
    est_quitte,
    prochain_examen,
    seuils,
)
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.territoire import a_change
from fluxdesk.domain.vacance import retiree
from fluxdesk.services.listes import Liste
from fluxdesk.services.rows_baux import FiltreBaux

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from fluxdesk.domain.examen_occupation import Prochain
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Base, Horloge, Territoires
    from fluxdesk.services.rows_baux import BailRow

LIGNES_MAX = 2_000  # shown at once; a list to hand out has them all
_TITRES = (
    "Référence",
    "Résidence",
    "Adresse",
    "Commune",
    "Code commune",
    "Type",
    "Bail depuis",
    "Dernier examen",
    "Prochain examen",
    "État",
    "Explication",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandeBaux:
    """Which leases: of one state (None: all), that hold these words, so many at most."""

    etat: EtatBail | None = None
    texte: str = ""
    limite: int | None = LIGNES_MAX


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneBail:
    """A dwelling, its lease, and its next examination."""

    row: BailRow
    commune: str
    prochain: Prochain


@dataclass(frozen=True, slots=True, kw_only=True)
class LectureBaux:
    """What the window shows: the rule, how many leases of each state, the rows asked for.

    ``comptes`` are of every lease the rule concerns, whatever was asked; ``trouves`` of those
    that were asked, ``lignes`` the first of them.
    """

    jour: date
    regle: RegleExamen
    comptes: Mapping[EtatBail, int]
    trouves: int
    lignes: tuple[LigneBail, ...]

    @property
    def baux(self) -> int:
        """Leases whose date is known."""
        return sum(self.comptes.values()) - self.comptes[EtatBail.INCONNU]


def lister_baux(
    demande: DemandeBaux, *, base: Base, horloge: Horloge, territoires: Territoires
) -> LectureBaux:
    """The leases asked for, those that wait longest first, and the counts of all."""
    today = horloge.aujourd_hui()
    cadre = _Cadre.lire(today, base, territoires)
    totals = cadre.compter(base, cadre.filtre)
    wanted = replace(
        cadre.filtre,
        etat=demande.etat,
        communes=cadre.communes(base),
        texte=demande.texte,
        limite=demande.limite,
    )
    if demande.texte:
        found = sum(cadre.compter(base, replace(wanted, limite=None)).values())
    else:
        found = totals[demande.etat] if demande.etat else sum(totals.values())
    return LectureBaux(
        jour=today,
        regle=cadre.regle,
        comptes=totals,
        trouves=found,
        lignes=tuple(cadre.ligne(row, today) for row in base.lectures.baux(wanted)),
    )


def compter_a_examiner(jour: date, *, base: Base, territoires: Territoires) -> tuple[int, int]:
    """How many leases are to be examined that day, and how many more within the six months."""
    cadre = _Cadre.lire(jour, base, territoires)
    counts = cadre.compter(base, replace(cadre.filtre, dates=True))
    return counts[EtatBail.A_EXAMINER], counts[EtatBail.BIENTOT]


def regle_examen(uow: UnitOfWork) -> RegleExamen:
    """The rule of this base, inside an open transaction; the usual one until it is changed."""
    return next(iter(uow.regles_examen.toutes()), RegleExamen())


def tableau_baux(lecture: LectureBaux) -> Liste:
    """The rows as a table to hand out."""
    rows = tuple(
        (
            line.row.reference,
            line.row.programme,
            line.row.adresse,
            line.commune,
            line.row.code_commune,
            line.row.typologie,
            dire_bail(line.row.bail),
            en_chiffres(line.row.examen),
            en_chiffres(line.prochain.jour),
            line.prochain.etat.value,
            line.prochain.phrase,
        )
        for line in lecture.lignes
    )
    return Liste(titres=_TITRES, lignes=rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cadre:
    """What decides which leases count: the rule, the places, the dwellings left."""

    regle: RegleExamen
    nommees: frozenset[str]
    territoires: Territoires
    filtre: FiltreBaux

    @classmethod
    def lire(cls, jour: date, base: Base, territoires: Territoires) -> _Cadre:
        with base.transaction() as uow:
            regle = regle_examen(uow)
            named = (c.territoire.communes for c in uow.conventions.toutes() if c.zone_tendue)
            due, soon = seuils(regle, jour)
            return cls(
                regle=regle,
                nommees=frozenset[str]().union(*named),
                territoires=territoires,
                filtre=FiltreBaux(echu=due, proche=soon, quittes=_quittes(jour, uow)),
            )

    def compter(self, base: Base, filtre: FiltreBaux) -> Counter[EtatBail]:
        """Leases by state, where the rule holds."""
        found: Counter[EtatBail] = Counter()
        for one in base.lectures.comptes_baux(filtre):
            if self._concerne(one.commune):
                found[one.etat] += one.nombre
        return found

    def communes(self, base: Base) -> frozenset[str] | None:
        """The communes of the base where the rule holds; None for all of them."""
        if not self.regle.zones:
            return None
        return frozenset(filter(self._concerne, base.lectures.communes()))

    def ligne(self, row: BailRow, jour: date) -> LigneBail:
        """The row, in the commune of today, with its next examination."""
        today = self.territoires.commune(row.code_commune)
        moved = today is not None and a_change(row.code_commune, today)
        return LigneBail(
            row=row,
            commune=today.nom if today is not None and moved else row.commune,
            prochain=prochain_examen(row.bail, row.examen, self.regle, jour),
        )

    def _concerne(self, code: str) -> bool:
        """By its zone, or because a convention says that it is a zone tendue (L441-1)."""
        commune = self.territoires.commune(code)
        return self.regle.concerne(commune) or code in self.nommees


def _quittes(jour: date, uow: UnitOfWork) -> frozenset[int]:
    """Dwellings whose known tenant has left: nobody's occupation is to be examined there."""
    signed = {
        offer.vacance_id
        for offer in uow.orientations.toutes()
        if offer.issue is IssueOrientation.BAIL_SIGNE
    }
    gone = [
        v
        for v in uow.vacances.toutes()
        if v.id not in signed and not retiree(v) and depart(v) <= jour
    ]
    ids = sorted({v.logement_id for v in gone})
    leases = uow.logements.valeurs(ids, ("bail",)) if ids else {}
    return frozenset(
        v.logement_id for v in gone if est_quitte(v, str(leases[v.logement_id][0] or ""), jour)
    )
