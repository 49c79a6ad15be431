"""What an import did, line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENTRE_GUILLEMETS = re.compile(r"«[^»]*»")
_CHIFFRES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusLigne:
    """One refused line: where, what stood there, and the sentence that says what to do."""

    ligne: int
    colonne: str
    valeur: str
    phrase: str

    def a_la_ligne(self, numero: int) -> RefusLigne:
        """The same, found on another line: a remark is worked out once for equal cells."""
        said = self.phrase.removeprefix(f"Ligne {self.ligne}")
        return replace(self, ligne=numero, phrase=f"Ligne {numero}{said}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MiseAPart:
    """A row of the file that was taken for no data, and why (total, vide…)."""

    ligne: int
    raison: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionCellule:
    """What the officer typed in place of a cell, for one import only."""

    ligne: int
    colonne: str
    lue: str
    corrigee: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RapportImport:
    """Counts of one import; created + changed + unchanged + refused = lines read, always.

    ``format`` and ``encodage`` say how the file was understood. ``lot`` is the number to undo
    it by, 0 for a dry run or when nothing was written. ``avertissements`` did not stop a line.
    ``absents`` counts dwellings of the base that the file does not hold (never deleted),
    in the places it covers; ``perimetre`` says which, empty where the base holds no other.
    ``ecartees`` are rows of the file beside the lines read; ``ignores`` the kinds of warning
    (``sorte``) that the officer chose not to look at.
    """

    fichier: str
    format: str
    encodage: str
    essai: bool
    lues: int
    creees: int
    modifiees: int
    inchangees: int
    refusees: int
    refus: tuple[RefusLigne, ...] = ()
    avertissements: tuple[RefusLigne, ...] = ()
    absents: int = 0
    perimetre: str = ""
    lot: int = 0
    ecartees: tuple[MiseAPart, ...] = ()
    corrections: tuple[CorrectionCellule, ...] = ()
    ignores: tuple[str, ...] = ()


def rapport_lu(dit: Mapping[str, Any]) -> RapportImport:
    """The report kept as JSON (``dataclasses.asdict``); those of before know fewer fields."""
    kinds = {
        "refus": RefusLigne,
        "avertissements": RefusLigne,
        "ecartees": MiseAPart,
        "corrections": CorrectionCellule,
    }
    told = {name: tuple(kind(**row) for row in dit.get(name, ())) for name, kind in kinds.items()}
    return RapportImport(**{**dit, **told, "ignores": tuple(dit.get("ignores", ()))})


def sans_lieu(refus: RefusLigne) -> str:
    """The sentence without « Ligne 4, colonne NBPIECE : », which is told beside it."""
    for said in (f"Ligne {refus.ligne}, colonne {refus.colonne}", f"Ligne {refus.ligne}"):
        for colon in ("\u00a0: ", " : "):
            if refus.phrase.startswith(said + colon):
                return refus.phrase.removeprefix(said + colon)
    return refus.phrase


def sorte(refus: RefusLigne) -> str:
    """The kind of a refusal or a warning: its column and its sentence, whatever the values."""
    told = _ENTRE_GUILLEMETS.sub("«\u00a0…\u00a0»", sans_lieu(refus))
    return f"{refus.colonne}\u00a0: {_CHIFFRES.sub('…', told)}"
