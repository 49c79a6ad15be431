"""The fairness of a year as a table to hand out, and its words (pratique.md A9, B23)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.equite import EtatEquite, pour_cent
from fluxdesk.domain.mots_logement import euros
from fluxdesk.domain.residence import CLASSES
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.listes import Liste

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxdesk.domain.equite import PartEquite
    from fluxdesk.domain.regle_equite import RegleEquite
    from fluxdesk.services.lire_equite import TableauEquite
    from fluxdesk.services.listes import Cellule

_TITRES = (
    "Année",
    "Réservataire",
    "Logements reçus",
    "Part du flux",
    "Bon marché",
    "Part des bon marché",
    "Part, borne basse",
    "Part, borne haute",
    "Loyer ou financement non renseigné",
    "État",
    *(f"Résidence {words}" for words in CLASSES.values()),
    "Attractivité non renseignée",
    "Attractivité hors de la bande",
    "Bande de part et d’autre",
    "Source de la bande",
)


def lister_equite(lu: TableauEquite) -> Liste:
    """One row a party, then the patrimoine for its classes of attractivity."""
    rows = [
        (
            lu.annee,
            part.nom,
            part.recus,
            typographier(pour_cent(part.part_flux)),
            part.bas,
            typographier(pour_cent(part.part_bas)),
            *(typographier(pour_cent(bound)) for bound in part.bornes),
            part.inconnus,
            part.etat(lu.regle.tolerance).value,
            *mix.comptes,
            dire_classes(lu, part.cle),
            *_regle(lu.regle),
        )
        for part, mix in zip(lu.parts, lu.mixites, strict=True)
    ]
    blank = ("",) * 8
    stock: tuple[Cellule, ...] = (
        lu.annee, lu.stock.nom, *blank, *lu.stock.comptes, "", *_regle(lu.regle),
    )  # fmt: skip
    return Liste(titres=_TITRES, lignes=(*rows, stock))


def dire_regle(regle: RegleEquite) -> str:
    """What counts as cheap, how wide the band is, and whose word that is."""
    ceilings = ", ".join(
        f"{p.typologie} {f'en zone {p.zone} ' if p.zone else ''}{euros(p.centimes)}"
        for p in regle.plafonds
    )
    under = f", ou loyer dans le plafond ({ceilings})" if ceilings else " ; aucun plafond de loyer"
    source = regle.source or "non indiquée"
    return typographier(
        f"Bon marché : financement PLAI{under}. Bande : {pourcentage(regle.tolerance)} de part et "
        f"d’autre de la part du flux. Source : {source}."
    )


def dire_classes(lu: TableauEquite, cle: str) -> str:
    """« peu demandée : au-dessus de la bande »; empty where every class is within it."""
    return typographier(" ; ".join(_hors_bande(lu, cle)))


def part_de(lu: TableauEquite, classe: int, cle: str) -> PartEquite:
    """The share of a party in one class."""
    return next(p for p in lu.classes[classe] if p.cle == cle)


def _hors_bande(lu: TableauEquite, cle: str) -> Iterator[str]:
    for rank, words in CLASSES.items():
        state = part_de(lu, rank, cle).etat(lu.regle.tolerance)
        if state in {EtatEquite.AU_DESSUS, EtatEquite.AU_DESSOUS}:
            yield f"{words} : {state.value}"


def _regle(regle: RegleEquite) -> tuple[str, str]:
    return pourcentage(regle.tolerance), regle.source
