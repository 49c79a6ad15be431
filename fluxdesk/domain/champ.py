"""What a column of a file can hold for FluxDesk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NatureChamp(StrEnum):
    """How the values of a field are written."""

    TEXTE = "texte"
    NOMBRE = "nombre"
    MONTANT = "montant"
    DATE = "date"
    MOIS = "mois"
    DATE_OU_MOIS = "date ou mois"
    ANNEE = "année"
    OUI_NON = "oui ou non"
    COMMUNE = "commune"
    LISTE = "liste"
    RESERVATAIRE = "réservataire"
    NUMERO_UNIQUE = "numéro unique"


@dataclass(frozen=True, slots=True, kw_only=True)
class Champ:
    """A field an import fills.

    ``code`` is the column name its importer reads, ``libelle`` its name on screen.
    ``synonymes`` are other headers it is known by, any case and accents; the code and the
    label need not be repeated there.
    """

    code: str
    libelle: str
    nature: NatureChamp
    obligatoire: bool = False
    synonymes: tuple[str, ...] = ()


def champ(
    code: str,
    libelle: str,
    nature: NatureChamp,
    synonymes: str = "",
    *,
    obligatoire: bool = False,
) -> Champ:
    """A field whose synonyms are written in one text, between commas."""
    names = tuple(name for part in synonymes.split(",") if (name := part.strip()))
    return Champ(
        code=code, libelle=libelle, nature=nature, obligatoire=obligatoire, synonymes=names
    )
