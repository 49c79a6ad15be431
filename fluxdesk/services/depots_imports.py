"""The repositories of what files bring beside dwellings, as protocols."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.droit_stock import DroitStock
    from fluxdesk.domain.profil import Profil
    from fluxdesk.domain.provenance import Provenance
    from fluxdesk.domain.referentiel import GenreReferentiel, TableReferentiel


class Profils(Protocol):
    """Ways of reading files, by name."""

    def tous(self) -> Sequence[Profil]:
        """In alphabetical order."""
        ...

    def enregistrer(self, profil: Profil) -> int:
        """Insert, or overwrite the one of that name (case and accents folded); the id."""
        ...

    def retirer(self, profil_id: int) -> None: ...


class Stock(Protocol):
    """Reservations dwelling by dwelling."""

    def tous(self) -> Sequence[DroitStock]: ...
    def enregistrer(self, droit: DroitStock, lot: int | None = None) -> int:
        """Insert (id 0) or overwrite; the id. ``lot`` is the import that brings it."""
        ...

    def retirer_lot(self, lot: int) -> int:
        """Remove what an import brought; how many."""
        ...


class Candidats(Protocol):
    """Candidates of offers: personal data."""

    def de_l_orientation(self, orientation_id: int) -> Sequence[Candidat]:
        """By rank; those that an officer set aside are not among them."""
        ...

    def retires(self, orientation_id: int) -> Sequence[Candidat]:
        """Those set aside, by the rank they had."""
        ...

    def lire(self, candidat_id: int) -> Candidat:
        """Raises IntrouvableError."""
        ...

    def enregistrer(self, candidat: Candidat, lot: int | None = None) -> int: ...
    def effacer(self, candidat_id: int) -> None:
        """Remove for good."""
        ...

    def retirer_lot(self, lot: int) -> int: ...


class Provenances(Protocol):
    """Origins of values that differ from the source of their whole dwelling."""

    def du_logement(self, logement_id: int) -> Sequence[Provenance]: ...
    def toutes(self) -> Sequence[Provenance]: ...
    def enregistrer(self, provenances: Iterable[Provenance]) -> None:
        """Keep these, each in place of the one its field had."""
        ...

    def retirer(self, logement_id: int, champ: str) -> None: ...


class Referentiels(Protocol):
    """Dated tables of reference that the officer brought."""

    def toutes(self, genre: GenreReferentiel) -> Sequence[TableReferentiel]:
        """Editions, oldest first."""
        ...

    def au(self, genre: GenreReferentiel, jour: date) -> TableReferentiel | None:
        """The edition in force that day."""
        ...

    def enregistrer(self, table: TableReferentiel) -> int:
        """Insert, or overwrite the edition of that day; the id."""
        ...

    def retirer(self, table_id: int) -> None: ...
