"""Take an edition of a table of reference back: the former one holds again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.referentiel import GenreReferentiel, remettre
from fluxdesk.domain.referentiel_grilles import GRILLES
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.domain.referentiel import TableReferentiel
    from fluxdesk.services.depots import UnitOfWork

ACTION, ANNULATION = "referentiel.importer", "referentiel.annuler"


class AucuneEditionError(FluxDeskError):
    """Only the shipped edition is there."""

    def __init__(self, genre: GenreReferentiel) -> None:
        super().__init__(
            f"« {GRILLES[genre].titre} » n’a pas d’édition apportée par fichier : celle livrée "
            "avec FluxDesk ne se retire pas."
        )


class MotifManquantError(FluxDeskError):
    """An act is taken back for a reason."""

    def __init__(self) -> None:
        super().__init__("Indiquez pourquoi cette édition est retirée ; le motif reste au journal.")


def revenir_edition(genre: GenreReferentiel, *, motif: str, uow: UnitOfWork) -> str:
    """Take the last edition of a table back, or what was last written over it; in words.

    Raises:
        AucuneEditionError: no file was ever brought.
        MotifManquantError: no reason is given.
    """
    with uow:
        editions = uow.referentiels.toutes(genre)
        if not editions:
            raise AucuneEditionError(genre)
        told = _retirer(editions[-1], motif, uow)
        uow.valider()
    return told


def annuler_referentiel(ident: int, *, motif: str, uow: UnitOfWork) -> str:
    """Undo the last import that made this edition; what was undone, in words.

    Raises:
        IntrouvableError: the edition is gone already.
        MotifManquantError: no reason is given.
    """
    with uow:
        editions = (t for genre in GenreReferentiel for t in uow.referentiels.toutes(genre))
        found = next((table for table in editions if table.id == ident), None)
        if found is None:
            message = "L’édition"
            raise IntrouvableError(message, ident)
        told = _retirer(found, motif, uow)
        uow.valider()
    return told


def _retirer(table: TableReferentiel, motif: str, uow: UnitOfWork) -> str:
    if not motif.strip():
        raise MotifManquantError
    former = _ancienne(table, uow)
    if former is None:
        uow.referentiels.retirer(table.id)
    else:
        uow.referentiels.enregistrer(former)
    title, day = GRILLES[table.genre].titre, en_lettres(table.effet)
    told = typographier(
        f"Édition de « {title} » au {day} retirée ({table.source})"
        if former is None
        else f"Édition de « {title} » au {day} remise telle que l’avait laissée « {former.source} »"
    )
    uow.journal.ecrire(ANNULATION, f"referentiel:{table.id}", told, motif=motif.strip())
    return told


def _ancienne(table: TableReferentiel, uow: UnitOfWork) -> TableReferentiel | None:
    """The edition of the same day that the last import wrote over, from what the journal kept."""
    last = _dernier_import(table, uow)
    if last is None or not last.avant:
        return None
    kept = json.loads(last.avant)
    return replace(table, source=kept["source"], lignes=remettre(table.lignes, kept["lignes"]))


def _dernier_import(table: TableReferentiel, uow: UnitOfWork) -> EntreeJournal | None:
    """The last import of this edition that was not taken back since."""
    standing: list[EntreeJournal] = []
    for entree in uow.journal.toutes():
        if entree.objet != f"referentiel:{table.id}":
            continue
        if entree.action == ACTION:
            standing.append(entree)
        elif standing:
            standing.pop()
    return standing[-1] if standing else None
