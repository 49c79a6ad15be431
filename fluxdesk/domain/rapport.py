"""What an import did, line by line."""

from __future__ import annotations

from dataclasses import dataclass, replace


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
class RapportImport:
    """Counts of one import; created + changed + unchanged + refused = lines read, always.

    ``format`` and ``encodage`` say how the file was understood. ``lot`` is the number to undo
    it by, 0 for a dry run or when nothing was written. ``avertissements`` did not stop a line.
    ``absents`` counts dwellings of the base that the file does not hold (never deleted).
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
    lot: int = 0
