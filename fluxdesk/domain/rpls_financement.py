"""The financing codes of RPLS and the family each counts in (formats.md §1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.logement import Financement
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from fluxdesk.domain.cellules import Cellules

# The family is regulatory for 10, 11, 13, 14 and 16 only; the others follow the usual reading.
_CODES: dict[str, tuple[Financement, str]] = {
    "10": (Financement.PLAI, "PLA d’intégration/LLTS dans les DOM"),
    "11": (Financement.PLAI, "PLA Loyer Minoré / PLA Très Social / PLA Insertion"),
    "12": (Financement.PLUS, "PLA ordinaire"),
    "13": (Financement.PLUS, "PLUS/LLS dans les DOM"),
    "14": (Financement.PLS, "PLS/PPLS/PCLS/PLA CFF"),
    "15": (Financement.PLS, "PAP locatif"),
    "16": (Financement.PLI, "PLI"),
    "17": (Financement.PLS, "PCL (conventionné ou non)"),
    "49": (Financement.AUTRE, "Autre financement (depuis 1977)"),
    "50": (Financement.PLUS, "HBM"),
    "51": (Financement.PLUS, "PLR/PSR"),
    "52": (Financement.PLUS, "HLM/O"),
    "53": (Financement.PLUS, "ILM"),
    "54": (Financement.PLS, "ILN"),
    "55": (Financement.AUTRE, "Prêts spéciaux du CFF"),
    "99": (Financement.AUTRE, "Autre financement (avant 1977)"),
}
AUTRES = frozenset({"49", "99"})
_AUTRE_DEPUIS_1977 = "49"


@dataclass(frozen=True, slots=True)
class FinancementLu:
    """The family, and the code and words it was read from."""

    famille: Financement
    code: str
    libelle: str


def lire_financement(cellules: Cellules) -> FinancementLu:
    """The initial financing; « autre » (49, 99) says in FINANAUTRE which one it was."""
    code = cellules.texte("FINAN").removesuffix(".0")
    if not code:
        return FinancementLu(Financement.NON_RENSEIGNE, "", "")
    autre = cellules.texte("FINANAUTRE")
    if code not in _CODES:
        cellules.douter("FINAN", "n’est pas un code de financement connu ; il est rangé en Autre.")
        return FinancementLu(Financement.AUTRE, code, autre or cellules.texte("FINAN_LIBELLE"))
    famille, libelle = _CODES[code]
    if code == _AUTRE_DEPUIS_1977 and "palulos" in plie(autre):
        famille = Financement.PLUS
    return FinancementLu(famille, code, autre if code in AUTRES and autre else libelle)


def libelles_financement() -> dict[str, str]:
    """The label of each code."""
    return {code: label for code, (_, label) in _CODES.items()}
