"""What each party may ask for, rate by rate, in the dwellings counted (moteur.md §2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.flux.parties import Cible, Partie, Zone
    from fluxdesk.domain.flux_constate import FluxConstate


@dataclass(frozen=True, slots=True)
class Droit:
    """A right to be served in a territory; ``quantite`` in 1/10 000 dwelling.

    ``propre`` says that the rate is one of that very territory (class 1): its due accrues only
    where it can be served, and waits for nothing.
    """

    cle: str
    nom: str
    quantite: int
    territoire: Zone
    propre: bool = True
    cibles: tuple[Cible, ...] = ()


def droits_au(parties: Iterable[Partie], flux: FluxConstate, jour: date) -> tuple[Droit, ...]:
    """The rights of that day, rate by rate on its own base.

    A party divided into parts counts once: its parts only where another territory than its own
    is theirs (an EPCI whose rights a commune exercises), which is then taken off it.
    """
    listed = tuple(parties)
    by_key = {p.cle: p for p in listed}
    counts: dict[Zone, int] = {}
    shares: dict[tuple[str, Zone], tuple[str, int]] = {}
    for partie in listed:
        if partie.suspendu:
            continue
        head = _racine(partie, by_key)
        own = max(0, partie.taux_au(jour) - _des_parts(partie, listed, jour))
        key = head.cle, partie.territoire
        name = head.nom if partie.territoire == head.territoire else partie.nom
        known, sum_ = shares.get(key, (name, 0))
        if partie.assiette not in counts:
            counts[partie.assiette] = _nombre(flux, partie.assiette)
        shares[key] = (known, sum_ + own * counts[partie.assiette])
    return tuple(
        Droit(
            cle=cle,
            nom=name,
            quantite=amount,
            territoire=zone,
            propre=zone == by_key[cle].assiette,
            cibles=by_key[cle].cibles,
        )
        for (cle, zone), (name, amount) in shares.items()
        if amount
    )


def _racine(partie: Partie, par_cle: Mapping[str, Partie]) -> Partie:
    while partie.parent is not None:
        partie = par_cle[partie.parent]
    return partie


def _des_parts(partie: Partie, parties: Sequence[Partie], jour: date) -> int:
    return sum(p.taux_au(jour) for p in parties if p.parent == partie.cle and not p.suspendu)


def _nombre(flux: FluxConstate, zone: Zone) -> int:
    places = zip(flux.lieux, flux.nombres, strict=True)
    return sum(n for lieu, n in places if zone.contient(lieu))
