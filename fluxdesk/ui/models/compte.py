"""The account of a party as three columns: what it is owed, what it had, what it misses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.ui.models.lignes import Colonne

if TYPE_CHECKING:
    from fractions import Fraction


class Compte(Protocol):
    """A row that tells an account, in dwellings."""

    @property
    def du(self) -> Fraction:
        """What the party is owed."""
        ...

    @property
    def servi(self) -> int:
        """What it had."""
        ...

    @property
    def retard(self) -> Fraction:
        """What it misses."""
        ...


T = TypeVar("T", bound=Compte)


def colonnes_du_compte(_lignes: type[T]) -> tuple[Colonne[T], Colonne[T], Colonne[T]]:
    """« Dû », « Servi » and « Retard » of rows of that kind."""
    return (
        Colonne(titre="Dû", texte=lambda row: nombre(row.du), tri=lambda row: row.du, nombre=True),
        Colonne(
            titre="Servi",
            texte=lambda row: str(row.servi),
            tri=lambda row: row.servi,
            nombre=True,
        ),
        Colonne(
            titre="Retard",
            texte=lambda row: nombre(row.retard, signe=True),
            tri=lambda row: row.retard,
            nombre=True,
        ),
    )
