"""The closed list of a field, whatever the kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain import listes_actes, listes_patrimoine
from fluxdesk.domain.champs import NatureChamp
from fluxdesk.domain.listes_patrimoine import oui_non
from fluxdesk.domain.profil import Genre

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.champs import Champ
    from fluxdesk.domain.listes_valeurs import Liste

_LISTES: Mapping[Genre, Mapping[str, Liste]] = {
    Genre.PATRIMOINE: listes_patrimoine.PATRIMOINE,
    Genre.STOCK: listes_actes.STOCK,
    Genre.CONVENTIONS: listes_actes.CONVENTIONS,
    Genre.VACANCES: listes_actes.VACANCES,
    Genre.CANDIDATS: listes_actes.CANDIDATS,
}
_OUI_NON = {
    "QPV": oui_non("en QPV|QPV|dans un QPV", "hors QPV|hors"),
    "CONV": oui_non("conventionné|convention", "non conventionné"),
    "dalo": oui_non("DALO|reconnu DALO|PU DALO", "non DALO"),
    "mutation": oui_non("mutation|locataire du parc", "première demande|1ère demande"),
    "garantie_emprunt": oui_non("garantie|avec garantie", "sans garantie"),
    "zone_tendue": oui_non("tendue|zone tendue", "détendue|non tendue"),
    "tacite_reconduction": oui_non("tacite|reconduction tacite", "expresse|sans reconduction"),
}


def liste_de(genre: Genre, champ: Champ) -> Liste | None:
    """The closed list of the field; None where its values are free."""
    match champ.nature:
        case NatureChamp.OUI_NON:
            return _OUI_NON[champ.code]
        case NatureChamp.LISTE:
            return _LISTES[genre][champ.code]
        case _:
            return None
