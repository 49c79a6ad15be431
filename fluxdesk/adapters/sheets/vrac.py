"""Rows by the thousand, written as XML beside openpyxl: it takes ten times as long a cell.

The first row of a table is written by openpyxl, which makes the looks; the others borrow them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from fluxdesk.adapters.sheets.cellules import forme_de_texte, texte_sur

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# A text, a number and its form, a day, or nothing.
Case = str | tuple[float | None, str] | date | None
Forme = tuple[str, str]


LARGEUR_MAX = 48  # characters of a column: a longer text goes on a second line
_ETROIT = 1.05  # letters are narrower than the figures that widths count


def lignes(texte: str, largeur: float = LARGEUR_MAX) -> int:
    """The lines that a text needs in a column that wide."""
    room = int(largeur * _ETROIT)
    return 1 if len(texte) <= room else len(wrap(texte, room))


@dataclass(slots=True)
class Vrac:
    """Rows from ``premiere`` on, in order; ``style`` gives the number of a look.

    ``hauteur`` is the height of a line of text, in points; ``largeurs`` the longest text by column.
    """

    premiere: int
    style: Callable[[Forme], int]
    rangees: list[str] = field(default_factory=list)
    hauteur: float = 15.0
    largeurs: dict[int, int] = field(default_factory=dict)
    _numeros: dict[Forme, int] = field(default_factory=dict)

    def ajouter(self, cases: Sequence[Case]) -> None:
        """One more row."""
        row = self.premiere + len(self.rangees)
        cells = [
            self._cellule(f"{get_column_letter(column)}{row}", column, case)
            for column, case in enumerate(cases, start=1)
            if case is not None and case != ""
        ]
        lines = max((lignes(case) for case in cases if isinstance(case, str)), default=1)
        tall = f' ht="{lines * self.hauteur:g}" customHeight="1"' if lines > 1 else ""
        self.rangees.append(f'<row r="{row}"{tall}>{"".join(cells)}</row>')

    @property
    def suivante(self) -> int:
        """The row after the last."""
        return self.premiere + len(self.rangees)

    def _cellule(self, ou: str, colonne: int, case: str | tuple[float | None, str] | date) -> str:
        if isinstance(case, str):
            text = texte_sur(case)
            self.largeurs[colonne] = max(self.largeurs.get(colonne, 0), len(text))
            look = self._numero(("texte", forme_de_texte(text)))
            body = f'<is><t xml:space="preserve">{escape(text)}</t></is>'
            return f'<c r="{ou}" s="{look}" t="inlineStr">{body}</c>'
        if isinstance(case, date):
            return f'<c r="{ou}" s="{self._numero(("jour", ""))}"><v>{to_excel(case):g}</v></c>'
        number, form = case
        if number is None:
            return ""
        return f'<c r="{ou}" s="{self._numero(("nombre", form))}"><v>{number}</v></c>'

    def _numero(self, forme: Forme) -> int:
        found = self._numeros.get(forme)
        if found is None:
            found = self._numeros[forme] = self.style(forme)
        return found
