"""Where each value of a dwelling comes from, and who vouches for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.logement import NON_RENSEIGNE, Adresse
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from fluxdesk.domain.logement import Logement


class Origine(StrEnum):
    """Kinds of origin, from the least sure to the surest."""

    RPLS = "RPLS"
    FICHIER = "fichier"
    SAISIE = "saisie"
    CONFIRMEE = "confirmée"
    BAIL = "bail signé"


# An officer stands behind these: no file overwrites them silently.
DE_MAIN = frozenset({Origine.SAISIE, Origine.CONFIRMEE})
SIGNES = frozenset({Origine.BAIL})  # a lease that FluxDesk saw signed: only a later one follows it


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


# The values of a dwelling whose origin is derived; the identifiers never change.
DERIVEES = (
    "adresse",
    "commune",
    "programme",
    "typologie",
    "surface",
    "etage",
    "annee_construction",
    "construction",
    "financement",
    "conventionne",
    "numero_convention",
    "qpv",
    "dpe",
    "loyer",
    "loyer_max",
    "bail",
    "contingent_declare",
    "etat",
)
_RIEN = (None, "", NON_RENSEIGNE, Adresse())


@dataclass(frozen=True, slots=True, kw_only=True)
class ApportDeLot:
    """What one import did to a dwelling: ``avant`` is what it found, None where it made it."""

    fichier: str
    format: str
    auteur: str
    quand: datetime
    avant: Logement | None


def provenances_derivees(
    logement: Logement, apports: Sequence[ApportDeLot]
) -> tuple[Provenance, ...]:
    """Which import brought each value of a dwelling, out of those that stand, oldest first.

    One row a value would cost seventeen times the dwellings: the imports keep what they changed,
    which tells as much. A value that no import is known to have brought has no origin here.
    """
    later = [*(apport.avant for apport in apports[1:]), logement]
    found: list[Provenance] = []
    for champ in DERIVEES:
        if getattr(logement, champ) in _RIEN:
            continue
        for apport, after in reversed([*zip(apports, later, strict=False)]):
            if apport.avant is None or getattr(apport.avant, champ) != getattr(after, champ):
                found.append(_derivee(logement.id, champ, apport))
                break
    return tuple(found)


def _derivee(logement_id: int, champ: str, apport: ApportDeLot) -> Provenance:
    kind = Origine.RPLS if Origine.RPLS.value in apport.format else Origine.FICHIER
    return Provenance(
        logement_id=logement_id,
        champ=champ,
        origine=kind,
        detail=typographier(f"« {apport.fichier} » ({apport.format})"),
        auteur=apport.auteur,
        quand=apport.quand,
    )


def valeurs_de_main(
    provenances: Iterable[Provenance], origines: frozenset[Origine] = DE_MAIN
) -> dict[int, frozenset[str]]:
    """The fields of each dwelling whose origin is one of these; those of hand if none is named."""
    found: dict[int, set[str]] = {}
    for provenance in provenances:
        if provenance.origine in origines:
            found.setdefault(provenance.logement_id, set()).add(provenance.champ)
    return {ident: frozenset(fields) for ident, fields in found.items()}
