"""Foresee the dwellings that will be taken out of the flux: write, go on next year, remove."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import accorde, plie
from fluxdesk.domain.vacance import CategorieSoustrait
from fluxdesk.services.tenir_fiches import PREVISIONS, ActeFiches, inscrire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.prevision import Prevision
    from fluxdesk.services.depots import UnitOfWork

ANNEES = range(2000, 2101)
NOMBRE_MAX = 100_000


class PrevisionFausseError(FluxDeskError):
    """The line contradicts itself; the sentence says what to mend."""


class CategorieInconnueError(FluxDeskError):
    """Not a cause of R441-5 al. 5."""

    def __init__(self, texte: str) -> None:
        named = ", ".join(f"« {c.value} »" for c in CategorieSoustrait)
        super().__init__(f"« {texte} » n’est pas une cause de soustraction ; choisissez : {named}.")


def lire_categorie(texte: str) -> CategorieSoustrait:
    """The cause of that name, case and accents folded.

    Raises:
        CategorieInconnueError: none bears it.
    """
    found = next((c for c in CategorieSoustrait if plie(c.value) == plie(texte)), None)
    if found is None:
        raise CategorieInconnueError(texte)
    return found


class RienAReconduireError(FluxDeskError):
    """No line of the year is missing from the next one."""

    def __init__(self, annee: int) -> None:
        super().__init__(
            f"Aucune prévision de {annee} n’est à reconduire : {annee + 1} les a déjà, ou "
            f"{annee} n’en a pas."
        )


def prevoir_soustraits(
    previsions: Sequence[Prevision], *, uow: UnitOfWork, motif: str = ""
) -> tuple[Prevision, ...]:
    """Record these lines, new (id 0) or changed, in one act; as they stand, numbered.

    Raises:
        PrevisionFausseError: a year, a count or a place that cannot be.
        IntrouvableError: a line to change is gone.
    """
    for prevision in previsions:
        _verifier(prevision)
    with uow:
        before = tuple(uow.previsions.lire(p.id) for p in previsions if p.id)
        made = inscrire(
            PREVISIONS,
            ActeFiches(
                libelle=_libelle(previsions), avant=before, apres=tuple(previsions), motif=motif
            ),
            uow=uow,
        )
        uow.valider()
    return made


def reconduire_soustraits(
    annee: int, *, uow: UnitOfWork, seules: Sequence[int] = ()
) -> tuple[Prevision, ...]:
    """Copy the lines of a year to the next one; ``seules`` are the ids wanted, all if empty.

    A line that the next year has already (same operation, place and kind) is not copied.

    Raises:
        RienAReconduireError: nothing is left to copy.
    """
    with uow:
        every = uow.previsions.toutes()
        there = {_sujet(p) for p in every if p.annee == annee + 1}
        copies = tuple(
            replace(p, id=0, annee=annee + 1)
            for p in every
            if p.annee == annee and (not seules or p.id in seules) and _sujet(p) not in there
        )
        if not copies:
            raise RienAReconduireError(annee)
        told = accorde(len(copies), "prévision reconduite", "prévisions reconduites")
        made = inscrire(
            PREVISIONS,
            ActeFiches(libelle=f"{told} de {annee} à {annee + 1}", apres=copies),
            uow=uow,
        )
        uow.valider()
    return made


def retirer_prevision(prevision_id: int, *, uow: UnitOfWork, motif: str = "") -> None:
    """Remove a line.

    Raises:
        IntrouvableError: it is gone.
    """
    with uow:
        gone = uow.previsions.lire(prevision_id)
        inscrire(
            PREVISIONS,
            ActeFiches(libelle=f"{_libelle((gone,))}, retirée", avant=(gone,), motif=motif),
            uow=uow,
        )
        uow.valider()


def _verifier(prevision: Prevision) -> None:
    if prevision.annee not in ANNEES:
        message = f"L’année {prevision.annee} n’est pas une année : écrivez-la comme 2026."
        raise PrevisionFausseError(message)
    if not 0 <= prevision.nombre <= NOMBRE_MAX:
        message = (
            f"Le nombre de logements prévus ({prevision.nombre}) doit être compris entre 0 et "
            f"{NOMBRE_MAX}."
        )
        raise PrevisionFausseError(message)


def _sujet(prevision: Prevision) -> tuple[str, ...]:
    told = (prevision.operation, prevision.commune, prevision.qpv, prevision.typologie)
    return (prevision.categorie.value, *map(plie, told))


def _libelle(previsions: Sequence[Prevision]) -> str:
    if len(previsions) != 1:
        years = ", ".join(map(str, sorted({p.annee for p in previsions})))
        return f"{accorde(len(previsions), 'prévision')} de soustraits ({years})"
    one = previsions[0]
    named = f", {one.operation}" if one.operation else ""
    return (
        f"Prévision {one.annee} : {one.categorie.value}{named}, {accorde(one.nombre, 'logement')}"
    )
