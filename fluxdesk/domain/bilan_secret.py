"""Small cells regrouped, so that nobody reads a household in a bilan (regles.md 45).

Nothing is crossed out: a cell that is crossed out is found again by taking the others from the
total. Rows are regrouped until none of them tells of one to n - 1 households; totals stay exact,
and no other table of the document says more of a dwelling than these rows, since the dwelling by
dwelling detail is left out, targets that would are not counted, and every other sheet is computed
from them. Accounts stay whole: they are due, and say nothing of where nor of whom.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan import LigneBilan
from fluxdesk.domain.bilan_controles import mesures
from fluxdesk.domain.bilan_faits import Lieu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_faits import ObjectifVu

REGROUPE = "regroupé (secret)"
PLUSIEURS = "plusieurs réservataires (secret)"
_SANS_LIEU = Lieu()


def regrouper(bilan: Bilan, seuil: int) -> Bilan:
    """The bilan without any row of one to ``seuil`` - 1 attributions or leases.

    Rows are regrouped within a réservataire first, the fewest households before the others;
    a réservataire whose whole is still too small is regrouped with the next smallest. A bilan
    that holds fewer households than that in all keeps its legal total, in one row.
    """
    by_name: dict[str, list[LigneBilan]] = {}
    for ligne in bilan.lignes:
        by_name.setdefault(ligne.reservataire, []).append(ligne)
    whole: dict[str, list[LigneBilan]] = {}
    for name, rows in by_name.items():
        whole[name] = _absorber(rows, seuil)
    lignes = _entre_reservataires(whole, seuil)
    return replace(
        bilan,
        lignes=tuple(lignes),
        detail=(),
        liberes=tuple(_SANS_LIEU for _ in bilan.liberes),
        realises=tuple(
            replace(f, operation="", lieu=_SANS_LIEU, typologie="") for f in bilan.realises
        ),
        objectifs=_taire(bilan.objectifs, seuil),
        seuil=seuil,
    )


def _taire(objectifs: Sequence[ObjectifVu], seuil: int) -> tuple[ObjectifVu, ...]:
    """The targets without the counts of those that tell of few households: a DALO, a quartile.

    A target is told for several territories: if one is too small, none is counted, since the
    whole less the others would give it.
    """
    small = {(o.nature, o.qui) for o in objectifs if _indiscret(o, seuil)}
    return tuple(
        replace(o, compte=None, base=None, inconnus=None, sans_lieu=None, etat=REGROUPE)
        if (o.nature, o.qui) in small
        else o
        for o in objectifs
    )


def _indiscret(objectif: ObjectifVu, seuil: int) -> bool:
    """Whether one to ``seuil`` - 1 households are on one side of it."""
    yes, unknown = objectif.compte or 0, objectif.inconnus or 0
    sides = (yes, unknown, (objectif.base or 0) - yes - unknown, objectif.sans_lieu or 0)
    return any(0 < count < seuil for count in sides)


def _petite(ligne: LigneBilan, seuil: int) -> bool:
    return any(0 < count < seuil for count in (ligne.attribues, ligne.baux))


def _menages(ligne: LigneBilan) -> int:
    return ligne.attribues + ligne.baux


def _absorber(lignes: Sequence[LigneBilan], seuil: int) -> list[LigneBilan]:
    """Small rows made one; it takes the next smallest rows until it is small no more."""
    small = [x for x in lignes if _petite(x, seuil)]
    if not small:
        return list(lignes)
    kept = sorted((x for x in lignes if not _petite(x, seuil)), key=_menages)
    group = _somme(small, small[0].reservataire)
    taken: set[LigneBilan] = set()
    for row in kept:
        if not _petite(group, seuil) and len(small) + len(taken) > 1:
            break
        if _menages(row):
            taken.add(row)
            group = _somme([group, row], row.reservataire)
    return [*(x for x in lignes if x in kept and x not in taken), group]


def _entre_reservataires(whole: dict[str, list[LigneBilan]], seuil: int) -> list[LigneBilan]:
    """Réservataires whose whole is too small, made one row with the next smallest."""
    sums = {name: _somme(rows, name) for name, rows in whole.items()}
    small = [name for name in whole if any(_petite(x, seuil) for x in whole[name])]
    if not small or len(whole) == 1:
        return [row for rows in whole.values() for row in rows]
    group = _somme([sums[name] for name in small], PLUSIEURS)
    others = sorted((n for n in whole if n not in small), key=lambda n: _menages(sums[n]))
    for name in others:
        if not _petite(group, seuil) and len(small) > 1:
            break
        if _menages(sums[name]):
            small.append(name)
            group = _somme([group, sums[name]], PLUSIEURS)
    return [row for name, rows in whole.items() if name not in small for row in rows] + [group]


def _somme(lignes: Sequence[LigneBilan], nom: str) -> LigneBilan:
    """One row for these, every axis but the réservataire regrouped."""
    proposed, given, let, failed = mesures(lignes)
    return LigneBilan(
        reservataire=nom,
        sous_contingent=REGROUPE,
        departement=REGROUPE,
        epci=REGROUPE,
        insee=REGROUPE,
        commune=REGROUPE,
        qpv=REGROUPE,
        typologie=REGROUPE,
        financement=REGROUPE,
        periode=REGROUPE,
        neuf=REGROUPE,
        proposes=proposed,
        attribues=given,
        baux=let,
        sans_suite=failed,
    )
