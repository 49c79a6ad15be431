"""What a file holds before anything is understood: its sheets, then the table cut out of one.

The table is found and cut by ``fluxdesk.domain.decoupe``: ``proposer_decoupe``, ``decouper`` and
``lignes_de``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, TypeAlias

from fluxdesk.domain.dates import en_chiffres

if TYPE_CHECKING:
    from collections.abc import Sequence

Cellule: TypeAlias = str | int | float | bool | date | datetime | time | None

# From here on a number lost its last figures: a spreadsheet keeps fifteen of them.
_CHIFFRES_SURS = 15
_PERDU = 10**_CHIFFRES_SURS


@dataclass(frozen=True, kw_only=True, slots=True)
class Feuille:
    """One sheet; rows may be of unequal length, indexes count from 0.

    ``numero_premiere`` is the number in the file of ``lignes[0]``; ``numeros`` gives those of all
    rows where some take several lines. ``fusions`` are merged ranges: first row, first column,
    last row, last column, both ends included.
    """

    nom: str
    lignes: Sequence[Sequence[Cellule]]
    masquee: bool = False
    numero_premiere: int = 1
    colonnes_masquees: frozenset[int] = frozenset()
    lignes_masquees: frozenset[int] = frozenset()
    fusions: tuple[tuple[int, int, int, int], ...] = ()
    numeros: Sequence[int] = ()

    def numero(self, index: int) -> int:
        """The number in the file of the row at this index."""
        return self.numeros[index] if self.numeros else self.numero_premiere + index


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceLue:
    """A file as read; ``encodage`` and ``separateur`` are empty for a workbook.

    ``masquages`` tells whether hidden rows and columns are known: those of xlsx and
    ods are; hidden sheets are in every format.
    """

    nom: str
    format: str
    feuilles: tuple[Feuille, ...]
    encodage: str = ""
    separateur: str = ""
    masquages: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Colonne:
    """One column of a table; the title is made of its header rows: « Logement – Surface »."""

    index: int
    titre: str
    masquee: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoupe:
    """Where the table lies in a sheet: indexes in ``Feuille.lignes`` of the header and first row.

    ``entetes`` is empty where no row names the columns; they are then called A, B, C…
    """

    feuille: str
    entetes: tuple[int, ...]
    debut: int
    colonnes: tuple[Colonne, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LigneTableau:
    """One row of data: its number in the file, the text of each column of the cut, in order."""

    numero: int
    cellules: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LigneEcartee:
    """One row below the header that is no data, and why, in a few words for the officer.

    ``gardee``: it is among the data all the same (a hidden row), and only told.
    """

    numero: int
    raison: str
    gardee: bool = False


def texte_de(cellule: Cellule) -> str:
    """The text of a cell: ``1053`` for 1053.0, VRAI or FAUX, a date as ``jj/mm/aaaa``.

    A number beyond fifteen figures, which a spreadsheet does not keep, is in scientific notation.
    """
    match cellule:
        case str():
            return cellule
        case None:
            return ""
        case bool():
            return "VRAI" if cellule else "FAUX"
        case int() | float():
            return _nombre(cellule)
        case _:
            return _moment(cellule)


def _nombre(nombre: float) -> str:
    if isinstance(nombre, int) and abs(nombre) < _PERDU:
        return str(nombre)
    return f"{nombre + 0.0:.{_CHIFFRES_SURS}g}"  # + 0.0: no « -0 »


def _moment(moment: date | time) -> str:
    """A day, an hour or both; midnight is what a spreadsheet keeps of a day without an hour."""
    if isinstance(moment, time):
        return moment.isoformat()
    hour = moment.time() if isinstance(moment, datetime) else time()
    day = en_chiffres(moment)
    return f"{day} {hour.isoformat()}" if hour != time() else day
