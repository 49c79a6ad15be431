"""Play a year again under other conventions, beside what was done; nothing is written."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.flux.registre import rejouer
from fluxdesk.domain.flux.rejeu import jouer
from fluxdesk.services.simuler_hypothese import (
    HypotheseError,
    depasse,
    ouverture_supposee,
    parties_supposees,
    plus_forte_somme,
)
from fluxdesk.services.simuler_mots import phrase_du_motif

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from fluxdesk.domain.flux.parties import Axe
    from fluxdesk.domain.flux.registre import Registre, Solde
    from fluxdesk.domain.flux.rejeu import Decision
    from fluxdesk.services.ports import Progress
    from fluxdesk.services.simuler_hypothese import Clause
    from fluxdesk.services.simuler_source import Source

NOM_BAILLEUR = "Bailleur (non réservé)"
A_REPROPOSER = "À proposer de nouveau"  # refused, and offered to nobody else by 31 December


@dataclass(frozen=True, slots=True, kw_only=True)
class Passe:
    """How a year went, one way.

    ``soldes`` follow the order of the conventions, landlord last. ``courbes`` hold each party's
    retard before the first dwelling, then after each; ``retards_max`` its greatest absolute
    value. Both in 1/10 000, by key. ``detenteurs`` are the leaves that hold each dwelling.
    """

    soldes: tuple[Solde, ...]
    retards_max: Mapping[str, int]
    courbes: Mapping[str, array[int]]
    detenteurs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CaseMixite:
    """Due and received of one value, in dwellings, since the ledger was opened."""

    du: Fraction
    recu: int

    @property
    def ecart(self) -> Fraction:
        """What the party misses of it."""
        return self.du - self.recu


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneMixite:
    """One value of one axis for one party, as it was done and as simulated."""

    cle: str
    nom: str
    axe: Axe
    valeur: str
    fait: CaseMixite
    simule: CaseMixite


@dataclass(frozen=True, slots=True, kw_only=True)
class LogementDeplace:
    """A dwelling that would have gone elsewhere; names of parties, and why in a sentence.

    ``temoin`` is whom the rule would have given it under what was signed: where it is
    ``simule`` too, the hypothesis has no part in the move.
    """

    cle: str
    adresse: str
    jour: date
    fait: str
    temoin: str
    simule: str
    motif: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """Both ways of a year, side by side.

    ``jours`` date the points of the curves: the beginning, then each dwelling. ``tolerance``
    is that of the simulated ledger, in dwellings. ``noms`` are by key, landlord included.
    """

    source: Source
    hypothese: tuple[Clause, ...]
    jours: tuple[date, ...]
    tolerance: Fraction
    noms: Mapping[str, str]
    fait: Passe
    simule: Passe
    mixite: tuple[LigneMixite, ...]
    deplaces: tuple[LogementDeplace, ...]


def simuler_annee(source: Source, hypothese: Sequence[Clause], *, progress: Progress) -> Simulation:
    """Play the dwellings of the source under what is supposed.

    What was done is replayed from the events of the base. The rule also plays the dwellings
    under what was signed: for a stream of files, with which nothing was done, that is what
    the simulation is compared with.

    Raises:
        HypotheseError: the rates supposed pass 100 % in some place.
        AnnuleError: stopped on the way.
    """
    heaviest = plus_forte_somme(hypothese, source.lieux)
    if heaviest is not None and depasse(heaviest):
        raise HypotheseError(heaviest)
    supposed = parties_supposees(source.parties, hypothese, source.debut)
    steps = _Etapes(progress, 2 * len(source.arrivees))
    opening = ouverture_supposee(source.ouverture, hypothese)
    registre = rejouer(supposed, opening, source.parametres)
    simule, decisions = _jouer(source, registre, steps)
    fait_au = rejouer(source.parties, source.ouverture, source.parametres)
    temoin, _ = _jouer(source, fait_au, steps)
    fait = temoin
    if source.reelle:
        fait_au = rejouer(source.parties, source.ouverture, source.parametres)
        fait = _derouler(source, fait_au)
    noms = {p.cle: NOM_BAILLEUR if p.cle == BAILLEUR else p.nom for p in registre.parties}
    return Simulation(
        source=source,
        hypothese=tuple(hypothese),
        jours=(source.debut, *(a.unite.jour for a in source.arrivees)),
        tolerance=registre.tolerance,
        noms=noms,
        fait=fait,
        simule=simule,
        mixite=_mixite(source, fait_au, registre, noms),
        deplaces=tuple(_deplaces(source, (fait, temoin), decisions, noms)),
    )


class _Etapes:
    """Tells how many dwellings are played, over all the runs."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._fait = 0

    def __call__(self, _place: int) -> None:
        self._fait += 1
        self._progress(self._fait, self._total, "Simulation en cours")


def _jouer(
    source: Source, registre: Registre, etapes: _Etapes
) -> tuple[Passe, tuple[Decision, ...]]:
    before = {p.cle: registre.retard(p.cle) for p in registre.parties}
    rejeu = jouer(registre, source.arrivees, etapes)
    return Passe(
        soldes=rejeu.soldes,
        retards_max=rejeu.retards_max,
        courbes={cle: array("q", [before[cle], *curve]) for cle, curve in rejeu.courbes.items()},
        detenteurs={d.unite.cle: d.choix for d in rejeu.decisions},
    ), rejeu.decisions


def _derouler(source: Source, registre: Registre) -> Passe:
    """What was done: a point of the curves is where the ledger stood when the next came."""
    curves = {p.cle: array("q") for p in registre.parties}
    for event in source.suite:
        if isinstance(event, Presentation):
            _noter(registre, curves)
        registre.appliquer(event)
    _noter(registre, curves)
    return Passe(
        soldes=registre.soldes(),
        retards_max={cle: max(map(abs, curve)) for cle, curve in curves.items()},
        courbes=curves,
        detenteurs=_detenteurs(source, registre),
    )


def _noter(registre: Registre, courbes: Mapping[str, array[int]]) -> None:
    for cle, curve in courbes.items():
        curve.append(registre.retard(cle))


def _detenteurs(source: Source, registre: Registre) -> dict[str, str]:
    found: dict[str, str] = {}
    for arrivee in source.arrivees:
        suivi = registre.suivi(arrivee.unite.cle)
        if suivi is not None and suivi.detenteur is not None:
            # The rule never proposes a first letting to who counts it apart: the landlord, whose
            # account is charged, is what it is compared with.
            holder = registre.arbre.imputee(suivi.detenteur, suivi.unite)
            found[arrivee.unite.cle] = registre.parties[holder].cle
    return found


def _mixite(
    source: Source, fait: Registre, simule: Registre, noms: Mapping[str, str]
) -> tuple[LigneMixite, ...]:
    unites = [e.unite for e in source.ouverture if isinstance(e, Presentation)]
    unites += [a.unite for a in source.arrivees]
    axes = [axe for axe, _ in source.parametres.axes]
    values = {axe: sorted({unite.valeur(axe) for unite in unites}) for axe in axes}
    return tuple(
        LigneMixite(
            cle=partie.cle,
            nom=noms[partie.cle],
            axe=axe,
            valeur=source.noms.get(valeur, valeur),
            fait=_case(fait, partie.cle, axe, valeur),
            simule=_case(simule, partie.cle, axe, valeur),
        )
        for partie in simule.parties
        if partie.parent is None
        for axe in axes
        for valeur in values[axe]
    )


def _case(registre: Registre, cle: str, axe: Axe, valeur: str) -> CaseMixite:
    received = registre.recu(cle, axe, valeur)
    return CaseMixite(registre.equilibre(cle, axe, valeur) + received, received)


def _deplaces(
    source: Source,
    autres: tuple[Passe, Passe],
    decisions: Sequence[Decision],
    noms: Mapping[str, str],
) -> list[LogementDeplace]:
    fait, temoin = (passe.detenteurs for passe in autres)
    return [
        LogementDeplace(
            cle=unite.cle,
            adresse=source.adresses.get(unite.cle, unite.cle),
            jour=unite.jour,
            fait=noms.get(fait.get(unite.cle, ""), A_REPROPOSER),
            temoin=noms[temoin[unite.cle]],
            simule=noms[decision.choix],
            motif=phrase_du_motif(decision),
        )
        for decision in decisions
        for unite in [decision.unite]
        if fait.get(unite.cle) != decision.choix
    ]
