"""How a kind of file is read: remembered by name, recognised by its shape."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from collections.abc import Mapping


class Genre(StrEnum):
    """What a file holds."""

    PATRIMOINE = "patrimoine"
    STOCK = "réservations en stock"
    CONVENTIONS = "conventions"
    VACANCES = "vacances et attributions"
    CANDIDATS = "candidats"


class ProfilIllisibleError(FluxDeskError):
    """Not the shape that ``en_dict`` writes."""

    def __init__(self) -> None:
        super().__init__(
            "Ce fichier n’est pas un profil d’import de FluxDesk. Demandez à votre collègue de "
            "l’exporter de nouveau."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Profil:
    """One way of reading files of one shape.

    ``signature`` tells the shape (``appariement.signature``); ``entetes`` are the places of the
    header rows in the sheet, from 0. ``champs`` gives the field of a column by its title,
    ``valeurs`` what was kept for a value read, by field, ``ignores`` the kinds of warning that
    the officer chose not to see again.
    """

    nom: str
    genre: Genre
    signature: str
    id: int = 0
    feuille: str = ""
    entetes: tuple[int, ...] = ()
    champs: Mapping[str, str] = field(default_factory=dict)
    valeurs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ignores: frozenset[str] = frozenset()


def en_dict(profil: Profil) -> dict[str, object]:
    """The profile as JSON can hold it, without its number in a base."""
    return {
        "nom": profil.nom,
        "genre": profil.genre.value,
        "signature": profil.signature,
        "feuille": profil.feuille,
        "entetes": list(profil.entetes),
        "champs": dict(profil.champs),
        "valeurs": {champ: dict(kept) for champ, kept in profil.valeurs.items()},
        "ignores": sorted(profil.ignores),
    }


def lire_dict(lu: Mapping[str, Any]) -> Profil:
    """The profile that ``en_dict`` wrote.

    Raises:
        ProfilIllisibleError: another shape.
    """
    try:
        return Profil(
            nom=_texte(lu["nom"]),
            genre=Genre(lu["genre"]),
            signature=_texte(lu["signature"]),
            feuille=_texte(lu["feuille"]),
            entetes=tuple(int(place) for place in lu["entetes"]),
            champs=_textes(lu["champs"]),
            valeurs={_texte(champ): _textes(kept) for champ, kept in lu["valeurs"].items()},
            ignores=frozenset(_texte(kind) for kind in lu["ignores"]),
        )
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise ProfilIllisibleError from error


def _texte(valeur: object) -> str:
    if not isinstance(valeur, str):
        raise TypeError
    return valeur


def _textes(valeurs: Mapping[str, Any]) -> dict[str, str]:
    return {_texte(key): _texte(value) for key, value in valeurs.items()}
