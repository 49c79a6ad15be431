"""Réservataires and conventions that the journal keeps as JSON objects, read again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.clauses import Clauses
from fluxdesk.domain.convention import Avenant, Convention, ModeGestion, ModeOffre, SousContingent
from fluxdesk.domain.flux.parties import Axe, Cible, EvenementDecompte, ModeRefus
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.territoire import lire_image_zone
from fluxdesk.services.fiches import lire_image

if TYPE_CHECKING:
    from collections.abc import Mapping


def lire_reservataire(image: Mapping[str, Any]) -> Reservataire:
    """The réservataire of that image."""
    known = {
        **image,
        "categorie": Categorie(image["categorie"]),
        "adresse": tuple(image["adresse"]),
    }
    return Reservataire(**known)


def lire_convention(image: Mapping[str, Any]) -> Convention:
    """The convention of that image, with its avenants."""
    known = {
        **image,
        "avenants": tuple(map(_avenant, image["avenants"])),
        "signature": _jour(image["signature"]),
        "assiette": lire_image_zone(image["assiette"]),
        "territoire": lire_image_zone(image["territoire"]),
        "mode_gestion": ModeGestion(image["mode_gestion"]),
        "evenement_decompte": EvenementDecompte(image["evenement_decompte"]),
        "refus": ModeRefus(image["refus"]),
        "carence": ModeRefus(image["carence"]),
        "mode_offre": ModeOffre(image["mode_offre"]),
        "clauses": lire_image(image.get("clauses", {}), Clauses),
        "cibles": tuple(Cible(**{**c, "axe": Axe(c["axe"])}) for c in image["cibles"]),
    }
    return Convention(**known)


def _avenant(image: Mapping[str, Any]) -> Avenant:
    return Avenant(
        numero=image["numero"],
        dix_milliemes=image["dix_milliemes"],
        debut=_jour(image["debut"]),
        fin=_jour(image["fin"]),
        sous_contingents=tuple(map(_part, image["sous_contingents"])),
    )


def _part(image: Mapping[str, Any]) -> SousContingent:
    place = image["territoire"]
    return SousContingent(**{**image, "territoire": lire_image_zone(place) if place else None})


def _jour(texte: str | None) -> date | None:
    return date.fromisoformat(texte) if texte else None
