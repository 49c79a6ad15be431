"""Tables as a reader gives them, without a file, for the tests of imports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fluxdesk.services.ports import FichierLu, LigneLue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.rapport import RapportImport

CHEMIN = Path("essai.csv")


@dataclass(frozen=True, slots=True)
class Tableau:
    """Satisfies ``ports.LecteurTableau``: lines of cells by column, the first on line 2."""

    lignes: Sequence[Mapping[str, str]]
    colonnes: Sequence[str] | None = None

    def __call__(self, chemin: Path, attendues: Sequence[str]) -> FichierLu:
        named = {name for ligne in self.lignes for name in ligne} | set(self.colonnes or ())
        kept = tuple(name for name in attendues if name in named)
        return FichierLu(
            nom=chemin.name,
            format="Tableau d’essai",
            encodage="UTF-8",
            lignes=[
                LigneLue(number, _champs(ligne, kept))
                for number, ligne in enumerate(self.lignes, start=2)
            ],
            colonnes=kept,
        )


def _champs(ligne: Mapping[str, str], colonnes: Sequence[str]) -> Mapping[str, str]:
    """The cells; a line that could not be laid on the columns has one without a name."""
    return {"": ligne[""]} if "" in ligne else {n: ligne.get(n, "") for n in colonnes}


def comptes(rapport: RapportImport) -> tuple[int, int, int, int]:
    """Created, changed, unchanged, refused: they are all the lines."""
    told = (rapport.creees, rapport.modifiees, rapport.inchangees, rapport.refusees)
    assert sum(told) == rapport.lues
    assert len(rapport.refus) == rapport.refusees
    return told


def phrases(rapport: RapportImport) -> list[str]:
    """Every refusal and warning, with ordinary spaces."""
    told = (*rapport.refus, *rapport.avertissements)
    return [remark.phrase.replace("\u00a0", " ") for remark in told]
