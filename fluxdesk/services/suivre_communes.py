"""Conventions that name a commune merged since also hold the commune that took its place.

The former code stays: dwellings counted before the merger bear it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from fluxdesk.domain.territoire import est_arrondissement
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxdesk.domain.convention import Convention, SousContingent
    from fluxdesk.domain.flux.parties import Zone
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Territoires

    Changer: TypeAlias = Callable[[str, Zone], Zone]

ACTION, ANNULATION = "conventions.suivre", "conventions.defaire"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionSuivie:
    """A convention and the codes its zones gain, with the former ones."""

    convention_id: int
    reservataire: str
    ajouts: tuple[tuple[str, str], ...]  # former code, today's


@dataclass(frozen=True, slots=True)
class _Elargir:
    """Adds the communes of today to the zones it is given, and keeps which."""

    territoires: Territoires
    ajouts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def __call__(self, place: str, zone: Zone) -> Zone:
        gained = _ajouts(zone, self.territoires)
        if not gained:
            return zone
        self.ajouts[place] = gained
        return replace(zone, communes=zone.communes | {now for _, now in gained})


def suivre_communes(
    *, essai: bool, uow: UnitOfWork, territoires: Territoires
) -> tuple[ConventionSuivie, ...]:
    """Widen the zones of conventions to the communes of today; those that changed."""
    found: list[ConventionSuivie] = []
    with uow:
        for convention in uow.conventions.toutes():
            widening = _Elargir(territoires)
            made = _sur_les_zones(convention, widening)
            if widening.ajouts:
                found.append(_enregistrer(made, widening.ajouts, uow, essai=essai))
        if found and not essai:
            uow.valider()
    return tuple(found)


def defaire_suite(entree: EntreeJournal, *, motif: str, uow: UnitOfWork) -> None:
    """Take back the codes that the entry of the journal says were added."""
    added = json.loads(entree.apres)["ajouts"]
    ident = int(entree.objet.partition(":")[2])

    def narrow(place: str, zone: Zone) -> Zone:
        gone = {now for _, now in added.get(place, ())}
        return replace(zone, communes=zone.communes - gone)

    with uow:
        uow.conventions.enregistrer(_sur_les_zones(uow.conventions.lire(ident), narrow))
        uow.journal.ecrire(
            ANNULATION, entree.objet, typographier(f"Défait : {entree.libelle}"), motif=motif
        )
        uow.valider()


def _ajouts(zone: Zone, territoires: Territoires) -> list[tuple[str, str]]:
    codes = (code for code in sorted(zone.communes) if not est_arrondissement(code))
    now = ((code, territoires.commune(code)) for code in codes)
    return [(c, t.code) for c, t in now if t is not None and t.code not in zone.communes]


def _sur_les_zones(convention: Convention, changer: Changer) -> Convention:
    def part(sous: SousContingent) -> SousContingent:
        if sous.territoire is None:
            return sous
        return replace(sous, territoire=changer(f"part {sous.code}", sous.territoire))

    return replace(
        convention,
        assiette=changer("assiette", convention.assiette),
        territoire=changer("territoire", convention.territoire),
        avenants=tuple(
            replace(a, sous_contingents=tuple(map(part, a.sous_contingents)))
            for a in convention.avenants
        ),
    )


def _enregistrer(
    convention: Convention,
    ajouts: dict[str, list[tuple[str, str]]],
    uow: UnitOfWork,
    *,
    essai: bool,
) -> ConventionSuivie:
    name = uow.reservataires.lire(convention.reservataire_id).nom
    pairs = tuple(sorted({pair for gained in ajouts.values() for pair in gained}))
    if not essai:
        uow.conventions.enregistrer(convention)
        told = ", ".join(f"{former} devenue {now}" for former, now in pairs)
        uow.journal.ecrire(
            ACTION,
            f"convention:{convention.id}",
            typographier(f"Convention « {name} » : communes suivies ({told})"),
            apres={"ajouts": ajouts},
        )
    return ConventionSuivie(convention_id=convention.id, reservataire=name, ajouts=pairs)
