"""A letter ready to be set: words only, no placeholder left, nothing to look up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.modele_lettre import GenreCourrier
    from fluxdesk.domain.reservataire import Reservataire

Paire = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Paragraphe:
    """One paragraph, or one item of a list; its text is printed exactly as it is."""

    texte: str
    puce: bool = False


@dataclass(frozen=True, slots=True)
class Blanc:
    """An empty line between two paragraphs."""


@dataclass(frozen=True, slots=True)
class Encadre:
    """The one box of the page: what must be seen first, and how it was computed."""

    titre: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Fiche:
    """Labels and values, read down each column; an empty value is « non renseigné »."""

    titre: str
    lignes: tuple[Paire, ...]
    colonnes: int = 2


@dataclass(frozen=True, slots=True)
class Tableau:
    """A titled table; ``parts`` shares the width, ``nombres`` are the columns set at the right."""

    titre: str
    entetes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]
    parts: tuple[int, ...]
    nombres: frozenset[int] = frozenset()


Element = Paragraphe | Blanc | Encadre | Fiche | Tableau


@dataclass(frozen=True, slots=True)
class Coupon:
    """The reply slip: what is recalled, and how many candidates may be written in."""

    numero: str
    rappel: tuple[Paire, ...]
    candidats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettre:
    """Everything one letter prints.

    ``destinataire`` is None for a page that is sent to nobody in particular; ``references`` are
    the lines beside the address, the first of them bold; ``titre`` names the document and ``pied``
    its foot.
    """

    genre: GenreCourrier
    bailleur: Bailleur
    destinataire: Reservataire | None
    references: tuple[str, ...]
    lieu_et_date: str
    objet: str
    corps: tuple[Element, ...]
    titre: str
    pied: str
    coupon: Coupon | None = None
