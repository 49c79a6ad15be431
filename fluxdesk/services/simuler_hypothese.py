"""What a simulation supposes: the rate and the clause of refusal of each party."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.echec import Responsable
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.evenements import Carence, Refus
from fluxdesk.domain.flux.parties import UN, TauxDate
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import ModeRefus, Partie, Unite


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One party, as signed and as supposed; rates in 1/10 000, None where none is in force.

    A party divided into parts has the sum of their rates; a part follows the clause of refusal
    of its whole. A supposed rate of 0 takes the party out of the flux: no right, no offer.
    """

    cle: str
    nom: str
    parent: str | None
    signe: int | None
    taux: int | None
    refus_signe: ModeRefus
    refus: ModeRefus

    @property
    def modifiee(self) -> bool:
        """Whether this supposes something else than what was signed."""
        return (self.taux, self.refus) != (self.signe, self.refus_signe)


@dataclass(frozen=True, slots=True)
class Lieu:
    """A place where dwellings were freed; ``cles`` are the undivided parties it counts for."""

    nom: str
    cles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Somme:
    """The rates supposed in one place, added up, in 1/10 000."""

    lieu: str
    dix_milliemes: int


class HypotheseError(FluxDeskError):
    """The rates supposed pass 100 % of the dwellings of a place."""

    def __init__(self, somme: Somme) -> None:
        super().__init__(typographier(phrase_de_somme(somme)))


def hypothese_signee(parties: Iterable[Partie], debut: date, fin: date) -> tuple[Clause, ...]:
    """What was signed for this time, to begin from: the rate at its start, or the first in it."""
    return tuple(
        Clause(
            cle=partie.cle,
            nom=partie.nom,
            parent=partie.parent,
            signe=rate,
            taux=rate,
            refus_signe=partie.refus,
            refus=partie.refus,
        )
        for partie in parties
        for rate in [_signe(partie, debut, fin)]
    )


def _signe(partie: Partie, debut: date, fin: date) -> int | None:
    later = sorted(t.debut for t in partie.taux if t.debut and debut < t.debut <= fin)
    found = (partie.taux_date(day) for day in (debut, *later))
    return next((rate.dix_milliemes for rate in found if rate), None)


def supposer_taux(hypothese: Sequence[Clause], cle: str, taux: int) -> tuple[Clause, ...]:
    """The same with this rate, in 1/10 000; those above it become the sum of their parts."""
    rows = {c.cle: c for c in hypothese}
    rows[cle] = replace(rows[cle], taux=taux)
    above = rows[cle].parent
    while above is not None:
        parts = sum(c.taux or 0 for c in rows.values() if c.parent == above)
        rows[above] = replace(rows[above], taux=parts)
        above = rows[above].parent
    return tuple(rows.values())


def supposer_refus(hypothese: Sequence[Clause], cle: str, mode: ModeRefus) -> tuple[Clause, ...]:
    """The same with this clause of refusal, for the party and for all its parts."""
    changed = {cle}
    while True:
        deeper = changed | {c.cle for c in hypothese if c.parent in changed}
        if deeper == changed:
            return tuple(replace(c, refus=mode) if c.cle in changed else c for c in hypothese)
        changed = deeper


def divisees(hypothese: Iterable[Clause]) -> frozenset[str]:
    """Keys of the parties whose rate is the sum of their parts."""
    return frozenset(c.parent for c in hypothese if c.parent is not None)


def lieux_liberes(
    parties: Sequence[Partie], unites: Iterable[Unite], nommer: Callable[[Unite], str]
) -> tuple[Lieu, ...]:
    """The places of these dwellings that the conventions tell apart, the first met named."""
    places: dict[tuple[str, str, str], Unite] = {}
    for unite in unites:
        places.setdefault((unite.commune, unite.epci, unite.departement), unite)
    found: dict[frozenset[str], Lieu] = {}
    for unite in places.values():
        held = frozenset(p.cle for p in parties if p.parent is None and p.assiette.contient(unite))
        if held not in found:
            found[held] = Lieu(nommer(unite), held)
    return tuple(found.values())


def plus_forte_somme(hypothese: Iterable[Clause], lieux: Iterable[Lieu]) -> Somme | None:
    """Where the rates supposed weigh most; None when there is no place."""
    rates = {c.cle: c.taux or 0 for c in hypothese}
    sums = (Somme(lieu.nom, sum(rates[cle] for cle in lieu.cles)) for lieu in lieux)
    return max(sums, key=lambda somme: somme.dix_milliemes, default=None)


def depasse(somme: Somme | None) -> bool:
    """Whether more is promised than there is."""
    return somme is not None and somme.dix_milliemes > UN


def phrase_de_somme(somme: Somme) -> str:
    """What the sum says, and what to do when it passes 100 %."""
    total = pourcentage(somme.dix_milliemes)
    if somme.dix_milliemes <= UN:
        rest = pourcentage(UN - somme.dix_milliemes)
        return f"Somme la plus forte : {total} {somme.lieu} ; {rest} restent au bailleur."
    over = pourcentage(somme.dix_milliemes - UN)
    return (
        f"Les taux simulés s’additionnent à {total} {somme.lieu}, {over} de trop : "
        "baissez l’un d’eux."
    )


def parties_supposees(
    parties: Iterable[Partie], hypothese: Iterable[Clause], debut: date
) -> tuple[Partie, ...]:
    """The parties under what is supposed, from that day on; their past is what was signed.

    A clause of refusal has no dates: the one that was signed is kept as the clause of carence,
    by which ``ouverture_supposee`` has the former refusals counted.
    """
    clauses = {c.cle: c for c in hypothese}
    return tuple(_supposee(partie, clauses[partie.cle], debut) for partie in parties)


def _supposee(partie: Partie, clause: Clause, debut: date) -> Partie:
    rates = partie.taux
    if clause.taux != clause.signe:
        past = (_jusqu_a(rate, debut - timedelta(days=1)) for rate in rates)
        rates = tuple(rate for rate in past if rate)
        if clause.taux:
            rates = (*rates, TauxDate(clause.taux, debut))
    before = clause.refus_signe if _autre_refus(clause) else partie.carence
    return replace(partie, taux=rates, refus=clause.refus, carence=before)


def ouverture_supposee(
    ouverture: Iterable[Evenement], hypothese: Iterable[Clause]
) -> tuple[Evenement, ...]:
    """What came before, to replay under these parties so that it costs what it did cost.

    Exact where a party had the same clause for its refusals and its carences, as nearly all do.
    """
    changed = {c.cle for c in hypothese if _autre_refus(c)}
    return tuple(
        Carence(event.numero, event.unite_cle, event.partie)
        if isinstance(event, Refus) and _sienne(event) and event.partie in changed
        else event
        for event in ouverture
    )


def _sienne(refus: Refus) -> bool:
    """Whether the réservataire itself refused, so that the clause on refusals is followed."""
    return refus.par is Responsable.RESERVATAIRE


def _autre_refus(clause: Clause) -> bool:
    return clause.refus is not clause.refus_signe


def _jusqu_a(taux: TauxDate, jour: date) -> TauxDate | None:
    if taux.debut is not None and taux.debut > jour:
        return None
    return replace(taux, fin=jour if taux.fin is None else min(taux.fin, jour))
