"""Vacancies that the journal keeps, and how those of an undone import are taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.suivi_vacance import SuiviVacance
from fluxdesk.domain.vacance import (
    RETIREE,
    CategorieSoustrait,
    CauseLiberation,
    Qualification,
    Vacance,
)
from fluxdesk.services.fiches import lire_image

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fluxdesk.services.depots import UnitOfWork


def lire_vacance(image: Mapping[str, Any]) -> Vacance:
    """The vacancy that the journal keeps as a JSON object."""
    free, taken_out = image["disponibilite"], image["categorie_soustrait"]
    return Vacance(
        id=image["id"],
        logement_id=image["logement_id"],
        date_conge=date.fromisoformat(image["date_conge"]),
        cause=CauseLiberation(image["cause"]),
        disponibilite=date.fromisoformat(free) if free else None,
        qualification=Qualification(image["qualification"]),
        categorie_soustrait=CategorieSoustrait(taken_out) if taken_out else None,
        observation=image["observation"],
        suivi=lire_image(image.get("suivi", {}), SuiviVacance),
    )


def retirer_vacances(
    vacances: Iterable[int], avant: Iterable[Mapping[str, Any]], *, uow: UnitOfWork
) -> None:
    """Put back the vacancies that an import changed, and take out of every list those it opened.

    These keep their numbers, which offers and the ledger name (``domain.vacance.RETIREE``).

    Args:
        vacances: those that the import opened or changed.
        avant: the images, in the journal, of those that were known before.
        uow: the open transaction.
    """
    known = {image["id"]: lire_vacance(image) for image in avant}
    for ident in vacances:
        gone = replace(
            uow.vacances.lire(ident),
            qualification=Qualification.HORS_CHAMP,
            categorie_soustrait=None,
            observation=RETIREE,
        )
        uow.vacances.enregistrer(known.get(ident, gone))
