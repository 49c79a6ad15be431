"""Values of the domain as JSON texts, in one column each."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import Axe, Cible, Unite
from fluxdesk.domain.territoire import lire_image_zone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.flux.parties import Zone


def en_json(valeur: object) -> str:
    """Any value of the domain as JSON with its keys in order; None is an empty text."""
    if valeur is None:
        return ""
    return json.dumps(valeur, default=_simple, ensure_ascii=False, sort_keys=True)


def _simple(valeur: object) -> object:
    if is_dataclass(valeur) and not isinstance(valeur, type):
        return asdict(valeur)
    if isinstance(valeur, date):
        return valeur.isoformat()
    if isinstance(valeur, frozenset):
        return sorted(valeur)
    if isinstance(valeur, Fraction):
        return str(valeur)
    if isinstance(valeur, bytes):
        return valeur.hex()
    raise TypeError(type(valeur).__name__)


def lire_zone_json(texte: str) -> Zone:
    """The zone that ``en_json`` wrote."""
    return lire_image_zone(json.loads(texte))


def ecrire_cibles(cibles: Iterable[Cible]) -> str:
    """Targets in their order."""
    return en_json([[c.axe.value, c.modalite, c.dix_milliemes] for c in cibles])


def lire_cibles(texte: str) -> tuple[Cible, ...]:
    """The targets that ``ecrire_cibles`` wrote."""
    return tuple(Cible(Axe(axe), modality, rate) for axe, modality, rate in json.loads(texte))


def lire_unite(texte: str) -> Unite:
    """The dwelling that ``en_json`` wrote."""
    read = json.loads(texte)
    return Unite(**read | {"jour": date.fromisoformat(read["jour"])})


def ecrire_lignes(lignes: Iterable[str]) -> str:
    """Lines of an address, in one text."""
    return json.dumps(list(lignes), ensure_ascii=False)


def lire_lignes(texte: str) -> tuple[str, ...]:
    """The lines that ``ecrire_lignes`` wrote."""
    return tuple(json.loads(texte))
