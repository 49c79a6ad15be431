"""Communes and the zones a convention names by them."""

from __future__ import annotations

from dataclasses import dataclass

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import Zone


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


class ZoneIllisibleError(FluxDeskError):
    """A territory is neither « tout » nor a list of commune:, epci:, departement: codes."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"Le territoire « {texte} » n’est pas compris. Écrivez « tout » ou une liste comme "
            "« commune:2A004,epci:242010056,departement:2B »."
        )


def lire_zone(texte: str) -> Zone:
    """The zone written ``tout`` or ``commune:CODE,epci:CODE,departement:CODE``.

    Raises:
        ZoneIllisibleError: another word, or a code that is missing.
    """
    if texte.strip().lower() == "tout":
        return Zone.partout()
    found: dict[str, set[str]] = {"commune": set(), "epci": set(), "departement": set()}
    for part in texte.split(","):
        kind, _, code = (piece.strip() for piece in part.partition(":"))
        if kind.lower() not in found or not code:
            raise ZoneIllisibleError(texte)
        found[kind.lower()].add(code.upper())
    return Zone(
        communes=frozenset(found["commune"]),
        epcis=frozenset(found["epci"]),
        departements=frozenset(found["departement"]),
    )
