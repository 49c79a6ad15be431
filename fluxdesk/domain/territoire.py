"""Communes and the zones a convention names by them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# How each scale is written in a file, and the field of Zone it fills.
ECHELLES: dict[str, str] = {
    "departement": "departements",
    "epci": "epcis",
    "commune": "communes",
    "quartier": "quartiers",
    "residence": "residences",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """A commune of the COG: INSEE code, name, département, EPCI (SIREN and name), zones."""

    code: str
    nom: str
    departement: str
    epci: str = ""
    epci_nom: str = ""
    zone_abc: str = ""
    zone_123: str = ""


def noms_distincts(communes: Iterable[Commune]) -> dict[str, str]:
    """Names of communes by code; two that share a name are told apart by their codes."""
    known = {commune.code: commune.nom for commune in communes}
    shared = Counter(known.values())
    return {code: f"{name} ({code})" if shared[name] > 1 else name for code, name in known.items()}


# An arrondissement is a part of its commune, not one that it took the place of.
_ARRONDISSEMENT = re.compile(r"75(?:056|1(?:0[1-9]|1\d|20))|6938[1-9]|132(?:0[1-9]|1[0-6])")


def est_arrondissement(code: str) -> bool:
    """Whether this INSEE code is that of an arrondissement of Paris, Lyon or Marseille."""
    return _ARRONDISSEMENT.fullmatch(code) is not None


def a_change(code: str, aujourd_hui: Commune) -> bool:
    """Whether the commune of this code merged into another since, or changed its code."""
    return code != aujourd_hui.code and not est_arrondissement(code)


class ZoneIllisibleError(FluxDeskError):
    """A territory is neither « tout » nor a list of codes, each after its scale."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"Le territoire « {texte} » n’est pas compris. Écrivez « tout » ou une liste comme "
            "« commune:2A004,epci:242010056,departement:2B »."
        )


def cle_residence(commune: str, nom: str) -> str:
    """The code of a residence in a zone: its commune as declared and its name, folded.

    Empty where the dwelling names no residence.
    """
    words = " ".join(plie(nom).replace(",", " ").upper().split())
    return f"{commune}/{words}" if words else ""


def nom_residence(code: str) -> str:
    """The name in ``cle_residence``."""
    return code.partition("/")[2]


def lire_zone(texte: str) -> Zone:
    """The zone written ``tout`` or ``commune:CODE,epci:CODE,residence:COMMUNE/NOM``.

    Raises:
        ZoneIllisibleError: another word, or a code that is missing.
    """
    if texte.strip().lower() == "tout":
        return Zone.partout()
    found: dict[str, set[str]] = {name: set() for name in ECHELLES.values()}
    for part in texte.split(","):
        kind, _, code = (piece.strip() for piece in part.partition(":"))
        field = ECHELLES.get(plie(kind))
        town, slash, name = code.partition("/")
        if field == "residences":
            code = cle_residence(town.strip().upper(), name) if town and slash else ""
        if field is None or not code:
            raise ZoneIllisibleError(texte)
        found[field].add(code.upper())
    return Zone(tout=False, **{name: frozenset(codes) for name, codes in found.items()})


def ecrire_zone(zone: Zone) -> str:
    """The text that ``lire_zone`` reads."""
    if zone.tout:
        return "tout"
    named = [(kind, sorted(getattr(zone, field))) for kind, field in ECHELLES.items()]
    return ",".join(f"{kind}:{code}" for kind, codes in named for code in codes)


def lire_image_zone(image: Mapping[str, Any]) -> Zone:
    """The zone that an image keeps; a scale of later is empty."""
    places = {f.name: frozenset(image.get(f.name, ())) for f in fields(Zone) if f.name != "tout"}
    return Zone(tout=image["tout"], **places)
