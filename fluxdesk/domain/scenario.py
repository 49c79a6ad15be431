"""A stream of dwellings and its conventions, as two tables give them to the engine.

What reading both tables shares: cells kept as they are written, and every problem told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from fluxdesk.domain.cellules import CELLULES
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from fluxdesk.domain.flux.parties import Partie
    from fluxdesk.domain.flux.rejeu import Arrivee

Valeur = TypeVar("Valeur")

_ILLISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\ufffd\ud800-\udfff]")
_VALEUR_MONTREE = 60  # characters of a cell shown in a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Probleme:
    """One cell that cannot be played: where it is, what stood there, and what to do."""

    fichier: str
    ligne: int
    colonne: str
    valeur: str
    phrase: str


class ScenarioRefuseError(FluxDeskError):
    """Something in the tables cannot be played; the text has one sentence a problem."""

    def __init__(self, problemes: Sequence[Probleme]) -> None:
        super().__init__("\n".join(probleme.phrase for probleme in problemes))
        self.problemes = tuple(problemes)


@dataclass(frozen=True, slots=True)
class Scenario:
    """What the engine plays: `soustraits` counts the dwellings that are taken out of the flux."""

    parties: tuple[Partie, ...]
    arrivees: tuple[Arrivee, ...]
    soustraits: int


@dataclass(frozen=True, slots=True)
class Lecture:
    """One line being read: a cell that is not understood adds to `problemes` and reads empty.

    Cells are not cleaned as those of a patrimoine are: « NC » may be somebody's name here, and
    a name is printed as it was written.
    """

    fichier: str
    numero: int
    champs: Mapping[str, str]
    problemes: list[Probleme] = field(default_factory=list)

    def entiere(self) -> bool:
        """Tell whether the line has the right number of cells, all of them text."""
        if CELLULES in self.champs:
            found = self.champs[CELLULES]
            self.refuser("", f"{found} : un séparateur manque ou est en trop.")
            return False
        unread = [name for name in self.champs if _ILLISIBLE.search(self.texte(name))]
        for name in unread:
            self.refuser(
                name,
                "contient un caractère illisible ou un saut de ligne. Enregistrez le fichier en"
                " UTF-8, une ligne par enregistrement.",
            )
        return not unread

    def texte(self, colonne: str) -> str:
        """The cell without outer spaces, otherwise as written; empty where there is none."""
        return self.champs.get(colonne, "").strip()

    def lire(self, colonne: str, lire: Callable[[str], Valeur], vide: Valeur) -> Valeur:
        """What the cell means; `vide` where it is empty or not understood."""
        text = self.texte(colonne)
        if not text:
            return vide
        try:
            return lire(text)
        except FluxDeskError as error:
            self._ajouter(colonne, str(error))
            return vide

    def refuser(self, colonne: str, phrase: str) -> None:
        """Add a problem; `phrase` follows the value of the cell."""
        text = self.texte(colonne) if colonne else ""
        shown = text if len(text) <= _VALEUR_MONTREE else f"{text[:_VALEUR_MONTREE]}…"
        self._ajouter(colonne, f"« {shown} » {phrase}" if text else phrase)

    def _ajouter(self, colonne: str, phrase: str) -> None:
        where = f"{self.fichier}, ligne {self.numero}"
        if colonne:
            where += f", colonne {colonne}"
        self.problemes.append(
            Probleme(
                fichier=self.fichier,
                ligne=self.numero,
                colonne=colonne,
                valeur=self.champs.get(colonne, ""),
                phrase=typographier(f"{where} : {phrase}"),
            )
        )
