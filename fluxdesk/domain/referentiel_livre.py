"""Tables that FluxDesk ships: the first edition of each, read-only."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.referentiel import GenreReferentiel, TableReferentiel
from fluxdesk.domain.referentiel_communes import TypeCommune
from fluxdesk.domain.referentiel_lecture import cle_plafond
from fluxdesk.domain.rpls_financement import codes_financement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.territoire import Commune

EFFET_COG = date(2026, 1, 1)
EFFET_ABC = date(2024, 7, 5)
EFFET_FINANCEMENTS = date(2010, 1, 5)

# PLUS, by category 1 to 6 then each further person: Paris and its neighbours, the rest of
# Île-de-France, other regions. Arrêtés of December modifying that of 29 July 1987
# (formats.md §4.1; 2026: NOR VLOL2534266A). PLAI and PLS have to be entered from the arrêté.
_ZONES = ("paris", "idf", "autres")
_CATEGORIES = ("1", "2", "3", "4", "5", "6", "+")
_PLUS: dict[int, tuple[tuple[int, int, int], ...]] = {
    2025: (
        (26_687, 26_687, 23_201),
        (39_885, 39_885, 30_984),
        (52_284, 47_944, 37_259),
        (62_424, 57_429, 44_982),
        (74_271, 67_984, 52_915),
        (83_575, 76_504, 59_636),
        (9_313, 8_524, 6_652),
    ),
    2026: (
        (26_920, 26_920, 23_403),
        (40_233, 40_233, 31_254),
        (52_740, 48_362, 37_584),
        (62_968, 57_930, 45_374),
        (74_919, 68_577, 53_376),
        (84_304, 77_171, 60_156),
        (9_394, 8_598, 6_710),
    ),
}


def editions_livrees(
    genre: GenreReferentiel, communes: Iterable[Commune]
) -> tuple[TableReferentiel, ...]:
    """The shipped editions of a table, oldest first; none for those no package gives."""
    match genre:
        case GenreReferentiel.COMMUNES:
            return (_communes(communes),)
        case GenreReferentiel.EPCI:
            return (_epci(communes),)
        case GenreReferentiel.ZONAGE:
            return (_zonage(communes),)
        case GenreReferentiel.PLAFONDS:
            return tuple(_plus(year) for year in _PLUS)
        case GenreReferentiel.FINANCEMENTS:
            return (_financements(),)
        case _:
            return ()


def _communes(communes: Iterable[Commune]) -> TableReferentiel:
    kind = TypeCommune.ACTUELLE.value
    return TableReferentiel(
        genre=GenreReferentiel.COMMUNES,
        effet=EFFET_COG,
        source="Insee, code officiel géographique, livré avec FluxDesk",
        lignes={
            c.code: {"nom": c.nom, "departement": c.departement, "type": kind} for c in communes
        },
    )


def _epci(communes: Iterable[Commune]) -> TableReferentiel:
    names: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for commune in communes:
        if commune.epci:
            names[commune.epci] = commune.epci_nom
            members.setdefault(commune.epci, []).append(commune.code)
    return TableReferentiel(
        genre=GenreReferentiel.EPCI,
        effet=EFFET_COG,
        source="DGCL, Banatic, livré avec FluxDesk",
        lignes={
            siren: {"nom": name, "nature": "", "communes": ",".join(sorted(members[siren]))}
            for siren, name in sorted(names.items())
        },
    )


def _zonage(communes: Iterable[Commune]) -> TableReferentiel:
    return TableReferentiel(
        genre=GenreReferentiel.ZONAGE,
        effet=EFFET_ABC,
        source="zonage ABC (arrêté du 5 juillet 2024) et zones 1-2-3, livrés avec FluxDesk",
        lignes={
            c.code: {"nom": c.nom}
            | {name: zone for name, zone in (("abc", c.zone_abc), ("123", c.zone_123)) if zone}
            for c in communes
            if c.zone_abc or c.zone_123
        },
    )


def _plus(annee: int) -> TableReferentiel:
    return TableReferentiel(
        genre=GenreReferentiel.PLAFONDS,
        effet=date(annee, 1, 1),
        source=f"plafonds PLUS {annee}, livrés avec FluxDesk",
        lignes={
            cle_plafond("PLUS", zone, category): {"montant": str(amount)}
            for category, row in zip(_CATEGORIES, _PLUS[annee], strict=True)
            for zone, amount in zip(_ZONES, row, strict=True)
        },
    )


def _financements() -> TableReferentiel:
    return TableReferentiel(
        genre=GenreReferentiel.FINANCEMENTS,
        effet=EFFET_FINANCEMENTS,
        source="arrêté du 5 janvier 2010 et usage, livrés avec FluxDesk",
        lignes={
            code: {"famille": family.value, "libelle": label}
            for code, (family, label) in codes_financement().items()
        },
    )
