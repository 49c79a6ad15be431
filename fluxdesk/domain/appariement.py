"""Which column of a file fills which field."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Appariement:
    """A column and the field it is taken for, None where it is left out.

    ``colonne`` is the place of the column among those of the Decoupe, ``confiance`` goes from
    0 to 100 and ``pourquoi`` says in French what it rests on. ``echantillons`` are the first
    three different values of the column.
    """

    colonne: int
    titre: str
    champ: str | None
    confiance: int
    pourquoi: str
    echantillons: tuple[str, ...] = ()
