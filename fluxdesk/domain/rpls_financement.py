"""The financing codes of RPLS and the family each counts in (formats.md §1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.logement import Financement
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def lire_financement(
    cellules: Cellules, familles: Mapping[str, Financement] | None = None
) -> FinancementLu:
    """The initial financing; « autre » (49, 99) says in FINANAUTRE which one it was.

    ``familles`` are those of the landlord's own table, by code, before the usual ones.
    """
    code = cellules.texte("FINAN").removesuffix(".0")
    if not code:
        return FinancementLu(Financement.NON_RENSEIGNE, "", "")
    autre = cellules.texte("FINANAUTRE")
    famille = famille_de(code, autre, familles or {})
    if code not in _CODES:
        if famille is None:
            cellules.douter(
                "FINAN", "n’est pas un code de financement connu ; il est rangé en Autre."
            )
        label = autre or cellules.texte("FINAN_LIBELLE")
        return FinancementLu(famille or Financement.AUTRE, code, label)
    libelle = autre if code in AUTRES and autre else _CODES[code][1]
    return FinancementLu(famille or Financement.AUTRE, code, libelle)


def famille_de(code: str, libelle: str, familles: Mapping[str, Financement]) -> Financement | None:
    """The family of a code, in the landlord's table else in the usual one; None if in neither.

    ``libelle`` tells which financing code 49 is, unless the landlord's table says it.
    """
    if code in familles:
        return familles[code]
    if code == _AUTRE_DEPUIS_1977 and "palulos" in plie(libelle):
        return Financement.PLUS
    return _CODES[code][0] if code in _CODES else None


def codes_financement() -> dict[str, tuple[Financement, str]]:
    """The usual family and the label of each code."""
    return dict(_CODES)


def libelles_financement() -> dict[str, str]:
    """The label of each code."""
    return {code: label for code, (_, label) in _CODES.items()}
