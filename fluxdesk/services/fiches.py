"""Marked values (``domain.gardee``) as plain values and as JSON, and back, by cattrs."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

from cattrs.preconf.json import make_converter

if TYPE_CHECKING:
    from collections.abc import Mapping

Lue = TypeVar("Lue")

_CONVERTISSEUR = make_converter()
# Exact values stay exact: « 26/3 ».
_CONVERTISSEUR.register_unstructure_hook(Fraction, str)
_CONVERTISSEUR.register_structure_hook(Fraction, lambda text, _type: Fraction(text))


def ecrire_fiche(valeur: object) -> str:
    """The value as JSON; its id is its row's, not part of the text."""
    content = _CONVERTISSEUR.unstructure(valeur)
    content.pop("id", None)
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def lire_fiche(texte: str, genre: type[Lue]) -> Lue:
    """The value that ``ecrire_fiche`` wrote; a field of later has its default."""
    return lire_image(json.loads(texte), genre)


def lire_image(image: Mapping[str, Any], genre: type[Lue]) -> Lue:
    """The value of an image that the journal keeps."""
    return _CONVERTISSEUR.structure(image, genre)
