"""Where each value of a dwelling comes from, and who vouches for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


class Origine(StrEnum):
    """Kinds of origin, from the least sure to the surest."""

    RPLS = "RPLS"
    FICHIER = "fichier"
    SAISIE = "saisie"
    CONFIRMEE = "confirmée"


# An officer stands behind these: no file overwrites them silently.
DE_MAIN = frozenset({Origine.SAISIE, Origine.CONFIRMEE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The origin of one field of one dwelling.

    ``champ`` bears the name of the field of ``Logement``; ``detail`` says which file or year;
    ``auteur`` and ``quand`` who put it there and when.
    """

    logement_id: int
    champ: str
    origine: Origine
    detail: str
    auteur: str
    quand: datetime


def valeurs_de_main(
    provenances: Iterable[Provenance], origines: frozenset[Origine] = DE_MAIN
) -> dict[int, frozenset[str]]:
    """The fields of each dwelling whose origin is one of these; those of hand if none is named."""
    found: dict[int, set[str]] = {}
    for provenance in provenances:
        if provenance.origine in origines:
            found.setdefault(provenance.logement_id, set()).add(provenance.champ)
    return {ident: frozenset(fields) for ident, fields in found.items()}
