"""What a hostile file must give: the right counts, or the right refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Fabrique: TypeAlias = Callable[[Path], None]


@dataclass(frozen=True, kw_only=True)
class Juste:
    """The table of the first visible sheet: titles, rows of data, rows set aside by reason."""

    titres: tuple[str, ...]
    lignes: int
    numero: int  # of the first row of data, in the file
    premiere: tuple[str, ...]
    ecartees: Mapping[str, int] = field(default_factory=dict)
    format: str = ""
    encodage: str = ""
    separateur: str = ""
    masquees: tuple[str, ...] = ()  # sheets
    colonnes_masquees: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Refus:
    """The file is refused; the sentence names it and holds this."""

    phrase: str


@dataclass(frozen=True, kw_only=True)
class Piege:
    """A file named for its trap."""

    fichier: str
    fabrique: Fabrique
    attendu: Juste | Refus


TITRES = ("Réf.", "Commune", "Surface")
LIGNES = (("L001", "Bastia", "65,5"), ("L002", "Ajaccio", "48"), ("L003", "Corte", "30"))
