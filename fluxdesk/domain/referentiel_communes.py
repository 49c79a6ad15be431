"""Lines of the COG of Insee: the list of communes, or the movements between two lists."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.dates_lues import DateIllisibleError, lire_date
from fluxdesk.domain.referentiel_valeurs import LigneEcarteeError, lire_commune

if TYPE_CHECKING:
    from fluxdesk.domain.referentiel_valeurs import LigneReferentiel


class TypeCommune(StrEnum):
    """What a code of the COG stands for today."""

    ACTUELLE = "actuelle"
    ARRONDISSEMENT = "arrondissement"
    DELEGUEE = "déléguée"
    ASSOCIEE = "associée"
    ANCIENNE = "ancienne"


_TYPES = {
    "": TypeCommune.ACTUELLE,
    "COM": TypeCommune.ACTUELLE,
    "COMMUNE-ACTUELLE": TypeCommune.ACTUELLE,
    "ARM": TypeCommune.ARRONDISSEMENT,
    "ARRONDISSEMENT-MUNICIPAL": TypeCommune.ARRONDISSEMENT,
    "COMD": TypeCommune.DELEGUEE,
    "COMMUNE-DELEGUEE": TypeCommune.DELEGUEE,
    "COMA": TypeCommune.ASSOCIEE,
    "COMMUNE-ASSOCIEE": TypeCommune.ASSOCIEE,
}
# Movements by which a commune takes the place of another: merger, commune nouvelle,
# merger-association, change of code (of département, of seat).
_SUCCESSIONS = frozenset({"31", "32", "33", "41", "50"})
_COM = "COM"
_LONGUEUR_DROM = 3


def lire_ligne_commune(ligne: LigneReferentiel) -> list[tuple[str, dict[str, str]]]:
    """The entry of a commune, or of a code that another commune took over."""
    if "avant" in ligne.noms:
        return [_mouvement(ligne)]
    code = lire_commune(ligne, "code", connue=False)
    kind = _TYPES.get(ligne.texte("type").upper())
    if kind is None:
        ligne.refuser("type", "n’est pas un type de commune (COM, ARM, COMD ou COMA).")
    if kind is TypeCommune.ACTUELLE:
        return [(code, _actuelle(ligne, code))]
    parent = lire_commune(ligne, "parente", connue=False)
    if parent == code:
        message = "commune déléguée ou associée de même code que sa commune"
        raise LigneEcarteeError(message)
    return [(code, {"nom": ligne.texte("nom"), "type": kind.value, "parente": parent})]


def _actuelle(ligne: LigneReferentiel, code: str) -> dict[str, str]:
    name = ligne.texte("nom")
    if not name:
        ligne.refuser("nom", "Le nom de la commune manque.")
    return {
        "nom": name,
        "departement": departement_de(code),
        "type": TypeCommune.ACTUELLE.value,
    }


def _mouvement(ligne: LigneReferentiel) -> tuple[str, dict[str, str]]:
    told = ligne.texte("mouvement").removesuffix(".0")
    kinds = {ligne.texte(name).upper() or _COM for name in ("type_avant", "type")}
    if (told and told not in _SUCCESSIONS) or kinds != {_COM}:
        message = "mouvement qui ne fait pas succéder une commune à une autre"
        raise LigneEcarteeError(message)
    before = lire_commune(ligne, "avant", connue=False)
    after = lire_commune(ligne, "code", connue=False)
    if before == after:
        message = "commune qui garde son code"
        raise LigneEcarteeError(message)
    return before, {
        "nom": ligne.texte("nom"),
        "type": TypeCommune.ANCIENNE.value,
        "parente": after,
        "date": _date(ligne),
    }


def _date(ligne: LigneReferentiel) -> str:
    text = ligne.texte("date")
    if not text:
        return ""
    try:
        return lire_date(text).isoformat()
    except DateIllisibleError:
        ligne.refuser("date", "n’est pas une date.")


def departement_de(code: str) -> str:
    """The département of an INSEE code: 2A, 976, 01."""
    return code[:_LONGUEUR_DROM] if code.startswith(("97", "98")) else code[:2]
