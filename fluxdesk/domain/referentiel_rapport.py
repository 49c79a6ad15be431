"""What a file does to a table of reference, before and after it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.rapport import RefusLigne
    from fluxdesk.domain.referentiel import GenreReferentiel


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneLaissee:
    """A line that says nothing the table keeps, and why."""

    ligne: int
    raison: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One line of the table before and after; empty where it is not there."""

    cle: str
    avant: str
    apres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RapportReferentiel:
    """Counts of one update.

    ``retenues + ecartees + refusees = lues``, lines of the file; and ``nouvelles + changees +
    inchangees = entrees``, lines of the table that they make.

    ``absentes`` are lines of the table that the file leaves out: taken out, or kept where
    ``cumule``. ``remplace`` tells that an edition of the same day is written over.
    ``differences`` are the first ones. ``id`` is that of the edition, 0 for a dry run.
    """

    genre: GenreReferentiel
    effet: date
    source: str
    fichier: str
    format: str
    encodage: str
    essai: bool
    lues: int
    retenues: int
    ecartees: int
    refusees: int
    entrees: int
    nouvelles: int
    changees: int
    inchangees: int
    absentes: int
    cumule: bool
    remplace: bool
    refus: tuple[RefusLigne, ...] = ()
    avertissements: tuple[RefusLigne, ...] = ()
    laissees: tuple[LigneLaissee, ...] = ()
    differences: tuple[Difference, ...] = ()
    id: int = 0
