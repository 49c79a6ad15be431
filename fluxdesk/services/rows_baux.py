"""What is asked of the leases of a base, and the rows that answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.examen_occupation import EtatBail


@dataclass(frozen=True, slots=True, kw_only=True)
class FiltreBaux:
    """Leases of active dwellings, those of ``quittes`` (ids) left out.

    A lease that runs from ``echu`` or before is to be examined, from ``proche`` or before within
    the six months (``examen_occupation.seuils``). ``etat`` keeps one state, ``communes`` the
    dwellings of these INSEE codes (None: of all), ``texte`` those that hold every word, ``dates``
    leaves out those that nothing is known of, which are long to count.
    """

    echu: date
    proche: date
    quittes: frozenset[int] = frozenset()
    etat: EtatBail | None = None
    communes: frozenset[str] | None = None
    texte: str = ""
    limite: int | None = None
    dates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CompteBaux:
    """Leases of one state in one commune (INSEE code)."""

    commune: str
    etat: EtatBail
    nombre: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BailRow:
    """One dwelling and its lease as it is kept; ``examen`` is the last one noted."""

    id: int
    reference: str
    programme: str
    adresse: str
    commune: str
    code_commune: str
    typologie: str
    bail: str
    examen: date | None = None
